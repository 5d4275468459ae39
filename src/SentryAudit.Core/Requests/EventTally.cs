namespace SentryAudit.Requests;

/// <summary>Sums up Sentry's steps in the spans asked for. A span of which a step is missing in an answer has no count: it is unknown.</summary>
internal sealed class EventTally(BucketPlan plan)
{
    private readonly long?[] _counts = [.. Enumerable.Repeat<long?>(0, plan.Buckets.Count)];

    public long? this[int bucket] => _counts[bucket];

    /// <summary>Adds an answer, which must have every step of the time that was asked for.</summary>
    public void Add(IReadOnlyDictionary<DateTimeOffset, long> steps)
    {
        for (var step = plan.Asked.Start; step < plan.Asked.End; step += plan.Step)
        {
            if (plan.IndexOf(step) is >= 0 and var bucket)
            {
                _counts[bucket] = steps.TryGetValue(step, out var count) ? _counts[bucket] + count : null;
            }
        }
    }
}
