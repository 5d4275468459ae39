namespace SentryAudit.Suites;

/// <summary>Does pieces of work side by side, one a processor.</summary>
internal static class Lanes
{
    public static int Count { get; } = Math.Clamp(Environment.ProcessorCount, 2, 8);

    public static Task RunAsync(IEnumerable<Func<Task>> work) =>
        Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = Count }, async (piece, _) => await piece());
}
