using System.Diagnostics;
using SentryAudit.Tests;

namespace SentryAudit.Sandbox.Demo;

/// <summary>Runs the demonstration in PowerShell: always the pinned one, whatever else the machine has.</summary>
internal static class PowerShellDemo
{
    public static async Task<int> RunAsync(SandboxServer server, string csv, TextWriter output, CancellationToken cancellationToken)
    {
        if (await PinnedPowerShell.RestoreAsync(cancellationToken) is { } fault)
        {
            await output.WriteLineAsync(fault);
            return 1;
        }

        // The build of this project assembles the module too.
        var module = Path.Combine(PinnedPowerShell.Folder, "artifacts", "SentryAudit");
        var script = Path.Combine(AppContext.BaseDirectory, "Demo", "demo.ps1");
        var start = PinnedPowerShell.Start(script, "-Module", module, "-Csv", csv);
        start.RedirectStandardError = false;
        start.Environment["SENTRY_URL"] = server.BaseUri.ToString();
        start.Environment["SENTRY_AUTH_TOKEN"] = server.Token;
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            await output.WriteLineAsync(line);
        }

        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
