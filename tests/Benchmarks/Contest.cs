using System.Diagnostics;

namespace SentryAudit.Benchmarks;

/// <summary>
/// Two listings in turn, many rounds, medians. Not BenchmarkDotNet: it measures one case to its end and then the other,
/// so whatever else the machine does falls on one of them; here it falls on both. (It would also bring 44 packages, two of
/// which the registry this was built with does not hold in the versions it asks for.)
/// </summary>
internal static class Contest
{
    private const int WarmUpRounds = 8;
    private const int Rounds = 25;

    public static async Task<(Cost First, Cost Second)> RunAsync(IListing first, IListing second, int members, int pages)
    {
        // Also lets the runtime recompile what is hot; before that, time and allocations differ.
        for (var round = 0; round < WarmUpRounds; round++)
        {
            await MeasureAsync(first, members, pages);
            await MeasureAsync(second, members, pages);
        }

        var (ofFirst, ofSecond) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            // Neither is always the one that finds the caches warm.
            if (round % 2 == 0)
            {
                ofFirst.Add(await MeasureAsync(first, members, pages));
                ofSecond.Add(await MeasureAsync(second, members, pages));
            }
            else
            {
                ofSecond.Add(await MeasureAsync(second, members, pages));
                ofFirst.Add(await MeasureAsync(first, members, pages));
            }
        }

        return (Cost.Median(ofFirst), Cost.Median(ofSecond));
    }

    private static async Task<Cost> MeasureAsync(IListing listing, int members, int pages)
    {
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        var count = await listing.ReadAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        if (count != members)
        {
            throw new InvalidOperationException($"{listing.Name} read {count} members instead of {members}.");
        }

        return new Cost(
            elapsed.TotalMicroseconds / pages,
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / pages,
            (double)allocated / pages);
    }
}
