using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SentryAudit.Input;

/// <summary>
/// An object that came through the pipeline: one of this module's, live or read back from a file, or a row with columns.
/// Text and numbers are no such objects: they are keys.
/// </summary>
internal sealed class PipedObject
{
    private const string ModulePrefix = "SentryAudit.";
    private static readonly string[] CopyPrefixes = ["Deserialized.", "Selected.", "CSV:"];
    private static readonly string[] OrganizationColumns = ["OrganizationSlug", "Organization"];

    private readonly Dictionary<string, object?> _columns;

    private PipedObject(string? kind, string name, Dictionary<string, object?> columns) => (Kind, Name, _columns) = (kind, name, columns);

    /// <summary>The name of its type in this module, for example <c>SentryTeam</c>; null for a row.</summary>
    public string? Kind { get; }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>The slug of its organization; null where it has none.</summary>
    public string? Organization => OrganizationColumns.Select(Text).FirstOrDefault(slug => slug is not null);

    /// <summary>The columns that hold something, other than its organization.</summary>
    public IEnumerable<string> Columns =>
        _columns.Where(column => column.Value is not null && !IsOrganizationColumn(column.Key)).Select(column => column.Key);

    /// <summary>What was piped, as an object with columns; null for text, numbers and references, which are keys themselves.</summary>
    public static PipedObject? Of(PSObject? input)
    {
        if (input is null || input.BaseObject is string or ValueType or EntityReference or Uri)
        {
            return null;
        }

        var kind = KindOf(input);
        object row = input.BaseObject is IDictionary table ? table : input;
        return new PipedObject(kind, Describe(kind, input), Cmdlets.InputRows.Columns(row));
    }

    /// <summary>The texts in a column: one, several for a list, none for an empty list; null when it does not hold any.</summary>
    public IReadOnlyList<string>? Values(string column) => _columns.GetValueOrDefault(column) switch
    {
        null => null,
        string text => text.Trim() is { Length: > 0 } key ? [key] : null,
        IEnumerable list => [.. list.Cast<object?>().Select(TextOf).OfType<string>()],
        var value => TextOf(value) is { } text ? [text] : null,
    };

    private string? Text(string column) => Values(column) is [var only, ..] ? only : null;

    private static bool IsOrganizationColumn(string column) => OrganizationColumns.Contains(column, StringComparer.OrdinalIgnoreCase);

    private static string? TextOf(object? value) =>
        Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static string? KindOf(PSObject input)
    {
        foreach (var typeName in input.TypeNames)
        {
            var copied = CopyPrefixes.FirstOrDefault(prefix => typeName.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
            if (typeName.AsSpan(copied.Length).StartsWith(ModulePrefix, StringComparison.Ordinal))
            {
                return typeName[(copied.Length + ModulePrefix.Length)..];
            }
        }

        return null;
    }

    private static string Describe(string? kind, PSObject input) => kind is null
        ? $"the row '{Common.Text.TerminalText.Clean(input.ToString())}'"
        : $"the {kind} '{Common.Text.TerminalText.Clean(input.ToString())}'";
}
