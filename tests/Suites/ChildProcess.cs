using System.Diagnostics;
using SentryAudit.Tests;

namespace SentryAudit.Suites;

/// <summary>Programs that are started, listened to, and ended when their time is up.</summary>
internal static class ChildProcess
{
    // What a program left running, such as a build server, may keep its output open.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program in the repository's folder.</summary>
    /// <param name="onLine">Gets every line it prints, one at a time.</param>
    /// <param name="limit">Cancelled when its time is up; it is then ended with all that it started.</param>
    /// <returns>The exit code; null when it was ended.</returns>
    public static async Task<int?> RunAsync(ProcessStartInfo start, Action<string> onLine, CancellationToken limit)
    {
        start.WorkingDirectory = PinnedPowerShell.Folder;
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        // Programs that soon end: a profile of their code never pays, and costs a sixth of the processor's time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var turn = new Lock();
        var printed = Task.WhenAll(ListenAsync(process.StandardOutput, onLine, turn), ListenAsync(process.StandardError, onLine, turn));
        try
        {
            await process.WaitForExitAsync(limit);
            await Task.WhenAny(printed, Task.Delay(LastWords, CancellationToken.None));
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await Task.WhenAny(printed, Task.Delay(LastWords, CancellationToken.None));
            return null;
        }
    }

    private static async Task ListenAsync(StreamReader reader, Action<string> onLine, Lock turn)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (turn)
            {
                onLine(line);
            }
        }
    }
}
