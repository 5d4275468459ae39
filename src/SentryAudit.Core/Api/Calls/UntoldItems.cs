using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Calls;

/// <summary>
/// Leaves out the items of a list that can't be told, and remembers that there were some. Sentry puts null in the place of an item
/// that it could not write, for example a member with a role that it does not know; and an item without its key could be any.
/// </summary>
/// <param name="listing">What is listed, for errors: <c>members of acme</c>.</param>
/// <param name="id">An item's id.</param>
internal sealed class UntoldItems<T>(string listing, Func<T, string?> id)
{
    // A page may be read again. An untold item is known by what stands before it.
    private readonly HashSet<(string? Before, int Distance)> _untold = [];
    private string? _missing;
    private (string? Before, int Distance) _place;
    private bool _isFirst;

    /// <summary>What can't be told in one reading of the list may be told in the next.</summary>
    public void StartPass()
    {
        _untold.Clear();
        _place = (null, 0);
    }

    public void StartPage() => _isFirst = true;

    /// <summary>The id of an item; null when it can't be told.</summary>
    public string? IdOf(T? item) => IsTold(item, out _) ? id(item) : null;

    /// <summary>Whether an item can be told. Called for each item that comes, in its order.</summary>
    public bool Take([NotNullWhen(true)] T? item)
    {
        var isTold = IsTold(item, out var key);
        if (isTold)
        {
            _place = (id(item!), 0);
        }
        else if (!_isFirst || _place.Distance == 0)
        {
            // A page may begin with the last item of the page before.
            _place.Distance++;
            _untold.Add(_place);
            _missing ??= key;
        }

        _isFirst = false;
        return isTold;
    }

    /// <summary>Called when the list is read to its end.</summary>
    /// <exception cref="IncompleteListingException">Some items could not be told.</exception>
    public void ThrowIfAny(int items, int pages)
    {
        if (_untold.Count > 0)
        {
            throw IncompleteListingException.OfUntold(listing, items, pages, Fault());
        }
    }

    private static bool IsTold([NotNullWhen(true)] T? item, out string? missing)
    {
        missing = (item as IKeyedAnswer)?.MissingKey;
        return item is not null && missing is null;
    }

    private SentryException Fault() => new(
        "SentryInvalidResponse",
        SentryErrorCategory.InvalidResult,
        string.Create(CultureInfo.InvariantCulture, $"Sentry could not tell {_untold.Count} of the {listing}")
            + (_missing is null ? "." : $": they came without '{_missing}'."),
        "Look for it in Sentry itself; the log of the server may say why it could not be written.");
}
