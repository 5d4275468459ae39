using System.Collections.ObjectModel;

namespace SentryAudit;

/// <summary>
/// A read-only list of strings that prints as its items joined by <c>", "</c>. A plain array would end up as
/// <c>System.String[]</c> in <c>Export-Csv</c>; this one is readable there and still an array in <c>ConvertTo-Json</c>.
/// </summary>
public sealed class StringList : ReadOnlyCollection<string>
{
    /// <summary>Makes a list of the given items, in their order.</summary>
    public StringList(IEnumerable<string> items)
        : base([.. items])
    {
    }

    /// <summary>The list without items.</summary>
    public static new StringList Empty { get; } = new([]);

    /// <summary>The items joined by <c>", "</c>; empty without items.</summary>
    public override string ToString() => string.Join(", ", Items);
}
