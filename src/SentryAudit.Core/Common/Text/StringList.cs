using System.Collections.ObjectModel;

namespace SentryAudit;

/// <summary>
/// A read-only list of strings that is shown as its items joined by <c>", "</c>. <c>Export-Csv</c> would write a plain array as
/// <c>System.String[]</c>; this list is readable there, and still an array for <c>ConvertTo-Json</c>.
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
