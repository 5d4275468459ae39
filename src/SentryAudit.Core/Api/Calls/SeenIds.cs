using System.Globalization;

namespace SentryAudit.Api.Calls;

/// <summary>
/// The ids of all items of a listing, and which of them the current pass showed. It is all that is kept of a list, so it is kept small:
/// Sentry's numbers as numbers, about 50 bytes an item.
/// </summary>
internal sealed class SeenIds
{
    private readonly Dictionary<long, byte> _numbers = [];
    private readonly Dictionary<string, byte> _texts = new(StringComparer.Ordinal);
    private byte _pass;

    /// <summary>Items that were given, those without an id included.</summary>
    public long Count { get; private set; }

    /// <summary>Different items of this pass.</summary>
    public long InPass { get; private set; }

    /// <summary>Items of this pass that were known before it.</summary>
    public long Again { get; private set; }

    /// <summary>Items of this pass without an id.</summary>
    public long Nameless { get; private set; }

    public void StartPass()
    {
        _pass++;
        (InPass, Again, Nameless) = (0, 0, 0);
    }

    /// <summary>True the first time an id is shown, and for items without one in the first pass.</summary>
    public bool IsNew(string? id)
    {
        if (id is null)
        {
            (Nameless, InPass, Count) = (Nameless + 1, InPass + 1, Count + (_pass == 1 ? 1 : 0));
            return _pass == 1;
        }

        var before = IsNumber(id, out var number) ? Exchange(_numbers, number) : Exchange(_texts, id);
        InPass += before == _pass ? 0 : 1;
        Again += before != 0 && before != _pass ? 1 : 0;
        Count += before == 0 ? 1 : 0;
        return before == 0;
    }

    /// <summary>Whether this pass has shown an id already.</summary>
    public bool IsInPass(string? id) => id is not null
        && (IsNumber(id, out var number) ? _numbers.GetValueOrDefault(number) : _texts.GetValueOrDefault(id)) == _pass;

    // Only what is written back as it came: "007" is not "7".
    private static bool IsNumber(string id, out long number) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (id.Length == 1 || id[0] != '0');

    private byte Exchange<TKey>(Dictionary<TKey, byte> passes, TKey key) where TKey : notnull
    {
        ref var pass = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(passes, key, out _);
        var before = pass;
        pass = _pass;
        return before;
    }
}
