namespace SentryAudit.Common.Streams;

/// <summary>Sequences that are read without waiting.</summary>
internal static class CancellableSequence
{
    /// <summary>The same items; can be cancelled between two of them.</summary>
    public static IEnumerable<T> WithCancellation<T>(this IEnumerable<T> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
