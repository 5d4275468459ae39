namespace SentryAudit.Benchmarks;

/// <summary>What one page costs.</summary>
/// <param name="Time">Microseconds until the caller has it, the server's part included.</param>
/// <param name="Processor">Microseconds of processor time in this process.</param>
/// <param name="Allocated">Bytes allocated in this process.</param>
internal sealed record Cost(double Time, double Processor, double Allocated)
{
    public static Cost Median(IReadOnlyCollection<Cost> costs) =>
        new(
            Median(costs.Select(cost => cost.Time)),
            Median(costs.Select(cost => cost.Processor)),
            Median(costs.Select(cost => cost.Allocated)));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
