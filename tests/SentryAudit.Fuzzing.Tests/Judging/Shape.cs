using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using SentryAudit.Audits.Graph;

namespace SentryAudit.Fuzzing.Tests.Judging;

/// <summary>An object as text: what it is known by, and what is said of it.</summary>
internal sealed record Shape(string Key, IReadOnlyDictionary<string, string?> Values)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The shapes of objects; those of the same key are numbered.</summary>
    public static Dictionary<string, Shape> Of(IEnumerable<object> items)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var shape = Of(item);
            var key = shape.Key;
            for (var number = 2; !shapes.TryAdd(key, shape); number++)
            {
                key = string.Create(CultureInfo.InvariantCulture, $"{shape.Key} ({number})");
            }
        }

        return shapes;
    }

    private static Shape Of(object item)
    {
        if (item is GraphEdge edge)
        {
            var key = $"{edge.From.Label} {edge.From.Id} {edge.Type} {edge.To.Label} {edge.To.Id}";
            return new Shape(key, new Dictionary<string, string?>(StringComparer.Ordinal));
        }

        var properties = Properties.GetOrAdd(item.GetType(), static type =>
            [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters() is [])]);
        var values = properties.ToDictionary(property => property.Name, property => Text(property.GetValue(item)), StringComparer.Ordinal);
        var keys = properties
            .Where(property => property.IsDefined(typeof(RequiredMemberAttribute)) && property.PropertyType == typeof(string))
            .Select(property => values[property.Name]);
        return new Shape($"{item.GetType().Name} {string.Join(' ', keys)}", values);
    }

    // What is unknown is null, or a member of an enumeration that says so.
    private static string? Text(object? value) => value switch
    {
        Enum member when member.ToString() == "Unknown" => null,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
