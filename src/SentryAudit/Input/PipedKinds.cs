using System.Reflection;

namespace SentryAudit.Input;

/// <summary>The kinds of objects that this module writes.</summary>
internal static class PipedKinds
{
    private static readonly Dictionary<string, Type> Types = typeof(SentryTeam)
        .Assembly.GetExportedTypes()
        .Where(type =>
            type is { IsSealed: true, IsEnum: false, Namespace: "SentryAudit" } && type.Name.StartsWith("Sentry", StringComparison.Ordinal))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly (string Kind, string[] Properties)[] Shapes =
    [
        .. Joins.Kinds.Where(Types.ContainsKey)
            .Select(kind => (Kind: kind, Properties: PropertiesOf(kind).Select(property => property.Name).ToArray()))
            .OrderByDescending(shape => shape.Properties.Length),
    ];

    public static bool IsKnown(string kind) => Types.ContainsKey(kind);

    /// <summary>Whether objects of a kind have a property of this name.</summary>
    public static bool Has(string kind, string property) => Types.GetValueOrDefault(kind)?.GetProperty(property) is not null;

    /// <summary>Whether a property holds a list, which files keep as one text.</summary>
    public static bool IsList(string kind, string property) =>
        Types.GetValueOrDefault(kind)?.GetProperty(property)?.PropertyType == typeof(StringList);

    /// <summary>
    /// The name of a value of an enumeration, which some files keep as a number; null where the property holds something
    /// else.
    /// </summary>
    public static string? FindName(string kind, string property, object value) =>
        Types.GetValueOrDefault(kind)?.GetProperty(property)?.PropertyType is { IsEnum: true } type && value is (int or long)
            ? Enum.ToObject(type, value).ToString()
            : null;

    /// <summary>
    /// The kind of object that was written to a file and read back without its type: the one whose properties the row has
    /// all.
    /// </summary>
    public static string? OfColumns(IReadOnlyDictionary<string, object?> columns) =>
        Array
            .Find(Shapes, shape => shape.Properties.Length <= columns.Count && Array.TrueForAll(shape.Properties, columns.ContainsKey))
            .Kind;

    private static PropertyInfo[] PropertiesOf(string kind) => Types[kind].GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
