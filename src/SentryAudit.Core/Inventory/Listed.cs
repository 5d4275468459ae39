namespace SentryAudit.Inventory;

/// <summary>What came of a listing, and what broke it off, if anything did.</summary>
internal sealed record Listed<T>(IReadOnlyList<T> Items, SentryException? Fault)
    where T : class
{
    /// <summary>Reads a listing as far as it can be read.</summary>
    /// <exception cref="SentryException">The token was refused: nothing else can be read with it either.</exception>
    public static async Task<Listed<T>> ReadAsync(IAsyncEnumerable<T> listing, Action count, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        try
        {
            await foreach (var item in listing.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                items.Add(item);
                count();
            }

            return new Listed<T>(items, Fault: null);
        }
        catch (SentryException fault) when (fault.Category is not SentryErrorCategory.AuthenticationError)
        {
            return new Listed<T>(items, fault);
        }
    }
}
