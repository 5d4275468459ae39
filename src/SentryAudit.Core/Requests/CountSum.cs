namespace SentryAudit.Requests;

/// <summary>Sums of counts.</summary>
internal static class CountSum
{
    /// <summary>The sum; null when one of the counts is unknown, or when it is no count that anybody could have.</summary>
    public static long? Of(IEnumerable<long?> counts)
    {
        Int128 sum = 0;
        foreach (var count in counts)
        {
            if (count is not { } known)
            {
                return null;
            }

            sum += known;
        }

        return sum >= 0 && sum <= long.MaxValue ? (long)sum : null;
    }
}
