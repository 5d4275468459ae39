namespace SentryAudit.Inventory;

/// <summary>The items that a listing gave, and the fault that ended it early, if there was one.</summary>
internal sealed record ListingResult<T>(IReadOnlyList<T> Items, SentryException? Fault)
    where T : class
{
    /// <summary>Reads a listing as far as it can be read.</summary>
    public static ListingResult<T> Read(IEnumerable<T> listing)
    {
        var items = new List<T>();
        try
        {
            foreach (var item in listing)
            {
                items.Add(item);
            }

            return new ListingResult<T>(items, Fault: null);
        }
        catch (SentryException fault)
        {
            return new ListingResult<T>(items, fault);
        }
    }

    /// <summary>Reads a listing as far as it can be read.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="count">Called for each item.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <exception cref="SentryException">The token was refused, so nothing else can be read with it either.</exception>
    public static async Task<ListingResult<T>> ReadAsync(IAsyncEnumerable<T> listing, Action count, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        try
        {
            await foreach (var item in listing.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                items.Add(item);
                count();
            }

            return new ListingResult<T>(items, Fault: null);
        }
        catch (SentryException fault) when (fault.Category is not SentryErrorCategory.AuthenticationError)
        {
            return new ListingResult<T>(items, fault);
        }
    }

    public void ThrowIfFaulted()
    {
        if (Fault is not null)
        {
            throw Fault;
        }
    }
}
