using System.Diagnostics;

namespace SentryAudit.Benchmarks;

/// <summary>.NET programs in processes of their own, on the runtime this one runs on: what is on PATH may be another.</summary>
internal static class OwnProcess
{
    public static Process Start(string assembly, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Host(), [assembly, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        return Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
    }

    public static void End(Process process)
    {
        using (process)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }
        }
    }

    // Three levels above the runtime's own folder: <root>/shared/Microsoft.NETCore.App/<version>/.
    private static string Host() =>
        Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!,
            "..",
            "..",
            "..",
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
