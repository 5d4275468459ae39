using SentryAudit.Sandbox.Demo;

namespace SentryAudit.Sandbox.Verbs;

/// <summary>Shows the module at work on a sandbox, in PowerShell.</summary>
internal sealed class DemoVerb : IVerb
{
    public string Name => "demo";

    public string Summary => "start a sandbox, audit it with the module in PowerShell, and show what comes out";

    public string Usage => "usage: sandbox demo";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0)
        {
            throw new ArgumentErrorException($"'{arguments[0]}' is not an option of demo.");
        }

        var options = new SandboxOptions { LogRequests = false, Members = 16, Releases = 5, AlertRules = 6 };
        await using var server = await SandboxServer.StartAsync(options, cancellationToken);
        var csv = Path.Combine(Directory.CreateTempSubdirectory("sentry-audit-").FullName, "users.csv");
        await output.WriteLineAsync($"A Sentry runs at {server.BaseUri}.");
        var exitCode = await PowerShellDemo.RunAsync(server, csv, output, cancellationToken);
        var end = exitCode == 0 ? $"The exported file is {csv}." : "The demonstration broke off; the reason is above.";
        await output.WriteLineAsync($"\n{end}");
        return exitCode;
    }
}
