using System.Globalization;

namespace SentryAudit;

/// <summary>A listing that is not whole: the items read are correct, which ones are missing is unknown.</summary>
public sealed class IncompleteListingException : SentryException
{
    internal IncompleteListingException(string listing, int itemsRead, int pagesRead, SentryException inner, bool isCut = true)
        : this(
            listing, itemsRead, pagesRead, isCut ? ", and everything after them is missing" : ", and others may be missing", inner)
    {
    }

    private IncompleteListingException(string listing, int itemsRead, int pagesRead, string gap, SentryException inner)
        : base(
            "IncompleteListing",
            inner.Category,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The list of {listing} is incomplete: {itemsRead} items came in {pagesRead} pages{gap}. ")
                + inner.Message,
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

    /// <summary>Whether the list was read to its end, and only some of its items could not be told.</summary>
    internal bool IsReadToEnd { get; private init; }

    /// <summary>A listing that was read to its end, with items in it that nobody can tell.</summary>
    internal static IncompleteListingException OfUntold(string listing, int itemsRead, int pagesRead, SentryException inner) =>
        new(listing, itemsRead, pagesRead, gap: "", inner) { IsReadToEnd = true };
}
