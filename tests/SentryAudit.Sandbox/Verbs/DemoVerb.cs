using SentryAudit.Sandbox.Demo;

namespace SentryAudit.Sandbox.Verbs;

/// <summary>Shows the module at work on a sandbox: in a real PowerShell where there is one, else through its cmdlet classes.</summary>
internal sealed class DemoVerb : IVerb
{
    private const string WithoutPowerShell = "--without-powershell";

    public string Name => "demo";

    public string Summary => "start a sandbox, audit it with the module, and show what comes out";

    public string Usage => $"usage: sandbox demo [{WithoutPowerShell}]\n  {WithoutPowerShell}  run the cmdlet classes without an engine even where pwsh is on PATH";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.FirstOrDefault(argument => argument != WithoutPowerShell) is { } unknown)
        {
            throw new ArgumentErrorException($"'{unknown}' is not an option of demo.");
        }

        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                LogRequests = false,
                Members = 16,
                Releases = 5,
                AlertRules = 6,
            },
            cancellationToken);
        var csv = Path.Combine(Directory.CreateTempSubdirectory("sentry-audit-").FullName, "users.csv");
        var powerShell = arguments.Contains(WithoutPowerShell, StringComparer.Ordinal) ? null : PowerShellDemo.Find();
        await output.WriteLineAsync(
            $"A Sentry runs at {server.BaseUri}. The module audits it "
                + (
                    powerShell is null
                        ? "through its cmdlet classes, without PowerShell (pwsh was not used)."
                        : $"in PowerShell ({powerShell})."));
        var failures = powerShell is null
            ? await new RecordedDemo(server, csv, output).RunAsync()
            : await PowerShellDemo.RunAsync(powerShell, server, csv, output, cancellationToken);
        await output.WriteLineAsync($"\nThe exported file is {csv}.");
        return failures == 0 ? 0 : 1;
    }
}
