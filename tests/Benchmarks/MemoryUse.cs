using System.Diagnostics;
using System.Globalization;

namespace SentryAudit.Benchmarks;

/// <summary>What a listing of releases holds at its worst, in a process of its own: a peak never goes down again.</summary>
/// <param name="Live">Most bytes alive in the managed heap at any time looked at.</param>
/// <param name="Peak">Most bytes of working set.</param>
internal sealed record MemoryUse(long Live, long Peak)
{
    /// <summary>The argument that makes this program a measured one.</summary>
    public const string Verb = "list-releases";

    // Looking collects all garbage, which takes longer than a page.
    private const int Looks = 40;

    /// <summary>Lists in a new process.</summary>
    public static async Task<MemoryUse> OfAsync(SandboxProcess sandbox, int releases)
    {
        var process = OwnProcess.Start(
            typeof(MemoryUse).Assembly.Location,
            [Verb, sandbox.Address.AbsoluteUri, sandbox.Token, Text(releases)]);
        try
        {
            var answer = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 && answer.Split(' ') is [var live, var peak]
                ? new MemoryUse(Number(live), Number(peak))
                : throw new InvalidOperationException($"Listing {releases} releases failed: {answer}");
        }
        finally
        {
            OwnProcess.End(process);
        }
    }

    /// <summary>Lists in this process, and prints what it took.</summary>
    public static async Task RunAsync(Uri address, string token, int releases)
    {
        var stack = await WholeStack.ConnectAsync(address, token);
        var (count, live) = (0, 0L);
        await foreach (var _ in stack.ListReleases())
        {
            if (count++ % (releases / Looks) == 0)
            {
                live = Math.Max(live, GC.GetTotalMemory(forceFullCollection: true));
            }

            if (count == releases)
            {
                break;
            }
        }

        if (count < releases)
        {
            throw new InvalidOperationException($"There were only {count} releases.");
        }

        using var self = Process.GetCurrentProcess();
        await Console.Out.WriteAsync($"{Text(live)} {Text(self.PeakWorkingSet64)}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
