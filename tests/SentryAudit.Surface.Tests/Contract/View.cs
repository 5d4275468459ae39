using System.Globalization;
using System.Xml.Linq;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>A view of one of the Format files.</summary>
internal sealed class View(XElement view)
{
    public static IReadOnlyList<View> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src", "SentryAudit", "Views"), "*.Format.ps1xml")
            .SelectMany(path => XDocument.Load(path).Descendants("View")).Select(element => new View(element)),
    ];

    public IEnumerable<string> Types => view.Element("ViewSelectedBy")!.Elements("TypeName").Select(name => name.Value);

    public bool IsTable => view.Element("TableControl") is not null;

    public bool IsList => view.Element("ListControl") is not null;

    public bool IsWide => view.Element("WideControl") is not null;

    public bool IsCustom => view.Element("CustomControl") is not null;

    public IReadOnlyList<int> Widths =>
        [
            .. view.Descendants("TableColumnHeader")
                .Select(header => int.Parse(header.Element("Width")!.Value, CultureInfo.InvariantCulture)),
        ];

    /// <summary>Columns or list entries: the label if there is one, and what is shown.</summary>
    public IReadOnlyList<(string? Label, string? Property, string? Script)> Items =>
    [
        .. view.Descendants(IsTable ? "TableColumnItem" : "ListItem")
            .Select(item => (item.Element("Label")?.Value, item.Element("PropertyName")?.Value, item.Element("ScriptBlock")?.Value)),
    ];

    /// <summary>The property a view groups by.</summary>
    public (string? Property, string? Script)? GroupBy =>
        view.Element("GroupBy") is { } group ? (group.Element("PropertyName")?.Value, group.Element("ScriptBlock")?.Value) : null;

    public static View? Table(Type type) =>
        All.FirstOrDefault(view => view.IsTable && view.Types.Contains(type.FullName, StringComparer.Ordinal));

    public static View? List(Type type) =>
        All.FirstOrDefault(view => view.IsList && view.Types.Contains(type.FullName, StringComparer.Ordinal));
}
