using System.Globalization;

namespace SentryAudit;

/// <summary>A listing that failed after its first page: the items read are correct, which ones are missing is unknown.</summary>
public sealed class IncompleteListingException : SentryException
{
    internal IncompleteListingException(string listing, int itemsRead, int pagesRead, SentryException inner, bool isCut = true)
        : base(
            "IncompleteListing",
            inner.Category,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The list of {listing} is incomplete: {itemsRead} items came in {pagesRead} pages, and ")
                + (isCut ? "everything after them is missing. " : "others may be missing. ") + inner.Message,
            $"Do not draw conclusions from what is missing. {inner.RecommendedAction}",
            inner)
    {
        Listing = listing;
        ItemsRead = itemsRead;
        PagesRead = pagesRead;
    }

    /// <summary>What was listed, for example <c>members of acme</c>.</summary>
    public string Listing { get; }

    /// <summary>The number of items that came before the failure.</summary>
    public int ItemsRead { get; }

    /// <summary>The number of whole pages that came before the failure.</summary>
    public int PagesRead { get; }
}
