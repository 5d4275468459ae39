using System.Globalization;

namespace SentryAudit;

/// <summary>A listing that broke off after its first page: what came is right, what is missing is unknown.</summary>
public sealed class IncompleteListingException : SentryException
{
    internal IncompleteListingException(string listing, int itemsRead, int pagesRead, SentryException inner)
        : base(
            "IncompleteListing",
            inner.Category,
            string.Create(CultureInfo.InvariantCulture, $"The list of {listing} is incomplete: {itemsRead} items came in {pagesRead} pages, everything after them is missing. {inner.Message}"),
            $"Do not draw conclusions from what is absent. {inner.RecommendedAction}",
            inner)
    {
        Listing = listing;
        ItemsRead = itemsRead;
        PagesRead = pagesRead;
    }

    /// <summary>What was being listed, as <c>members of acme</c>.</summary>
    public string Listing { get; }

    /// <summary>The number of items that came before it broke off.</summary>
    public int ItemsRead { get; }

    /// <summary>The number of whole pages that came before it broke off.</summary>
    public int PagesRead { get; }
}
