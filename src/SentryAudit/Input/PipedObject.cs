using System.Collections;
using System.Globalization;
using System.Management.Automation;
using SentryAudit.Common.Text;

namespace SentryAudit.Input;

/// <summary>
/// An object that came through the pipeline: one of this module's, live or read back from a file, or a row with columns.
/// Text and numbers are no such objects: they are keys.
/// </summary>
internal sealed class PipedObject
{
    private const string ModulePrefix = "SentryAudit.";
    private const string ListSeparator = ", ";
    private const int MostColumnsShown = 6;
    private static readonly string[] CopyPrefixes = ["Deserialized.", "Selected.", "CSV:"];
    private static readonly string[] LabelColumns = ["Slug", "Version", "Email", "Name", "Id"];
    private static readonly string[] OrganizationColumns = ["OrganizationSlug", "Organization"];

    private readonly Dictionary<string, object?> _columns;

    /// <param name="kind">The name of its type in this module; null for a row.</param>
    /// <param name="label">What it calls itself.</param>
    /// <param name="columns">Its properties or columns, whose names are the same in upper and lower case.</param>
    public PipedObject(string? kind, string? label, Dictionary<string, object?> columns)
    {
        (Kind, _columns) = (kind, columns);
        Name = kind is null ? RowName() : $"the {Words.Of(kind)} '{TerminalText.Clean(label ?? "")}'";
    }

    /// <summary>The name of its type in this module, for example <c>SentryTeam</c>; null for a row.</summary>
    public string? Kind { get; }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>The object itself, where it is one and no copy.</summary>
    public object? Model { get; private init; }

    /// <summary>Whether it is a hashtable, whose entries PowerShell does not take for properties.</summary>
    public bool IsTable { get; private init; }

    /// <summary>The slug of its organization; null where it has none.</summary>
    public string? Organization => Kind is Joins.Organization
        ? Text(nameof(SentryOrganization.Slug))
        : OrganizationColumns.Select(Text).FirstOrDefault(slug => slug is not null);

    /// <summary>The columns that hold something, other than its organization.</summary>
    public IEnumerable<string> Columns =>
        _columns.Keys.Where(column =>
            !OrganizationColumns.Contains(column, StringComparer.OrdinalIgnoreCase) && Values(column) is not null);

    /// <param name="input">What was piped: neither text nor a number.</param>
    /// <param name="isMade">Whether the cmdlet makes something of what rows say. A file of objects is no more than rows then.</param>
    public static PipedObject Of(PSObject input, bool isMade)
    {
        var table = input.BaseObject as IDictionary;
        var typed = KindOf(input);
        if (typed is not null && input.BaseObject.GetType().FullName == ModulePrefix + typed)
        {
            return OfModel(input.BaseObject);
        }

        var columns = InputRows.Columns(table is null ? input : table);
        var kind = typed ?? (isMade ? null : PipedKinds.OfColumns(columns));
        return new PipedObject(kind, LabelOf(columns), columns) { IsTable = table is not null };
    }

    /// <summary>An object of this module, live.</summary>
    public static PipedObject OfModel(object model) =>
        new(model.GetType().Name, model.ToString(), InputRows.Columns(model)) { Model = model };

    /// <summary>The texts in a column: one, several for a list, none for an empty list; null when it does not hold any.</summary>
    public IReadOnlyList<string>? Values(string column) => _columns.GetValueOrDefault(column) switch
    {
        null => null,
        string text when text.Trim() is { Length: > 0 } key =>
            Kind is not null && PipedKinds.IsList(Kind, column) ? key.Split(ListSeparator) : [key],
        string => null,
        IEnumerable list => [.. list.Cast<object?>().Select(TextOf).OfType<string>()],
        var value => NameOf(column, value) is { } text ? [text] : null,
    };

    /// <summary>The text in a column; null when it does not hold one.</summary>
    public string? Text(string column) => Values(column) is [var only, ..] ? only : null;

    private string? NameOf(string column, object value) =>
        Kind is null ? TextOf(value) : PipedKinds.FindName(Kind, column, value) ?? TextOf(value);

    // Values may be secrets, names of columns are not.
    private string RowName()
    {
        string[] names = [.. _columns.Keys.Take(MostColumnsShown).Select(TerminalText.Clean)];
        return names switch
        {
            [] => "the empty row",
            [var only] => $"the row with the column {only}",
            _ when _columns.Count > MostColumnsShown => $"the row with the columns {string.Join(", ", names)} and others",
            _ => $"the row with the columns {string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }

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

    // A copy prints its columns, or the name of its type.
    private static string? LabelOf(Dictionary<string, object?> columns) =>
        LabelColumns
            .Select(column => columns.GetValueOrDefault(column)?.ToString())
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private static string? TextOf(object? value) =>
        Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text
            : null;
}
