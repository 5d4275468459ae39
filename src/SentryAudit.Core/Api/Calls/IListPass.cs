namespace SentryAudit.Api.Calls;

/// <summary>One reading of a list behind its first page. The next page is on its way while one is consumed.</summary>
internal interface IListPass<T> : IDisposable
{
    /// <summary>
    /// Whether this pass, now that it has ended, showed everything that was there all the time; as long as the order of the list holds.
    /// </summary>
    bool IsWhole { get; }

    /// <summary>How many items the list had when its last page was asked for; null when the pass did not come that far.</summary>
    long? Rows { get; }

    /// <summary>The next page that follows those before it; null at the end.</summary>
    /// <exception cref="SentryException">It could not be read, or Sentry does not say whether there is one.</exception>
    Task<Page<T>?> NextAsync(CancellationToken cancellationToken);
}
