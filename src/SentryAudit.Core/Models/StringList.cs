using System.Collections;

namespace SentryAudit;

/// <summary>
/// A read-only list of strings that prints as its items joined by <c>", "</c>. A plain array would end up as
/// <c>System.String[]</c> in <c>Export-Csv</c>; this one is readable there and still an array in <c>ConvertTo-Json</c>.
/// </summary>
public sealed class StringList : IReadOnlyList<string>
{
    private readonly string[] _items;

    /// <summary>Makes a list of the given items, in their order.</summary>
    public StringList(IEnumerable<string> items) => _items = [.. items];

    /// <summary>The list without items.</summary>
    public static StringList Empty { get; } = new([]);

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a place, counted from 0.</summary>
    public string this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The items joined by <c>", "</c>; empty without items.</summary>
    public override string ToString() => string.Join(", ", _items);
}
