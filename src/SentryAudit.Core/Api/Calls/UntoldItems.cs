using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Calls;

/// <summary>
/// Leaves out the items of a list that can't be told, and remembers that there were some. Sentry puts null in the place of an item
/// that it could not write, for example a member with a role that it does not know; and an item without its key could be any.
/// </summary>
/// <param name="listing">What is listed, for errors: <c>members of acme</c>.</param>
internal sealed class UntoldItems(string listing)
{
    private int _untold;
    private string? _missing;

    /// <summary>Whether an item can be told. Called once for each item that came.</summary>
    public bool IsTold<T>([NotNullWhen(true)] T? item)
    {
        var key = (item as IKeyedAnswer)?.MissingKey;
        if (item is not null && key is null)
        {
            return true;
        }

        _untold++;
        _missing ??= key;
        return false;
    }

    /// <summary>Called when the list is read to its end.</summary>
    /// <exception cref="IncompleteListingException">Some items could not be told.</exception>
    public void ThrowIfAny(int items, int pages)
    {
        if (_untold > 0)
        {
            throw IncompleteListingException.OfUntold(listing, items, pages, Fault());
        }
    }

    private SentryException Fault() => new(
        "SentryInvalidResponse",
        SentryErrorCategory.InvalidResult,
        string.Create(CultureInfo.InvariantCulture, $"Sentry could not tell {_untold} of the {listing}")
            + (_missing is null ? "." : $": they came without '{_missing}'."),
        "Look for it in Sentry itself; the log of the server may say why it could not be written.");
}
