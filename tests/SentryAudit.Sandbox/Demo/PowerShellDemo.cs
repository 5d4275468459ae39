using System.Diagnostics;

namespace SentryAudit.Sandbox.Demo;

/// <summary>Runs the demonstration in a real PowerShell.</summary>
internal static class PowerShellDemo
{
    /// <summary>Where <c>pwsh</c> is; null when it is not on PATH.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
        .FirstOrDefault(File.Exists);

    public static async Task<int> RunAsync(
        string powerShell,
        SandboxServer server,
        string csv,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            powerShell,
            [
                "-NoProfile",
                "-NonInteractive",
                "-File",
                Path.Combine(AppContext.BaseDirectory, "Demo", "demo.ps1"),
                "-Module",
                ModuleFolder(),
                "-Csv",
                csv,
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
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

    // The build of this project assembles the module too.
    private static string ModuleFolder()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var module = Path.Combine(folder, "artifacts", "SentryAudit");
            if (Directory.Exists(module))
            {
                return module;
            }
        }

        throw new DirectoryNotFoundException("artifacts/SentryAudit is missing; 'dotnet build' makes it.");
    }
}
