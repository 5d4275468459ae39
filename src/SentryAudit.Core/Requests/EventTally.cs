namespace SentryAudit.Requests;

/// <summary>Adds up Sentry's steps for each span of a plan. If an answer lacks a step, the count of its span is unknown.</summary>
internal sealed class EventTally(BucketPlan plan)
{
    private readonly long?[] _counts = [.. Enumerable.Repeat<long?>(0, plan.Buckets.Count)];

    public long? this[int bucket] => _counts[bucket];

    /// <summary>Adds the steps of an answer.</summary>
    public void Add(IReadOnlyDictionary<DateTimeOffset, long> steps)
    {
        for (var step = plan.Asked.Start; step < plan.Asked.End; step += plan.Step)
        {
            if (plan.IndexOf(step) is >= 0 and var bucket)
            {
                _counts[bucket] = CountSum.Of([_counts[bucket], steps.TryGetValue(step, out var count) ? count : null]);
            }
        }
    }
}
