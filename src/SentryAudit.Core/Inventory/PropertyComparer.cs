using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace SentryAudit.Inventory;

/// <summary>
/// Finds the properties in which two states of an object differ. Computed properties and the time of the read are not compared.
/// </summary>
internal static class PropertyComparer
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static IEnumerable<(string Property, string? OldValue, string? NewValue)> Compare(object before, object after)
    {
        foreach (var property in Properties.GetOrAdd(before.GetType(), Comparable))
        {
            var (old, now) = (property.GetValue(before), property.GetValue(after));
            if (!AreEqual(old, now) && !IsUnknown(property, old, now))
            {
                yield return (property.Name, Text(old), Text(now));
            }
        }
    }

    private static PropertyInfo[] Comparable(Type type) =>
        [
            .. type.GetProperties()
                .Where(property =>
                    property
                        is {
                            CanWrite: true,
                            Name: not (
                                nameof(SentryMember.FirstSeen)
                                or nameof(SentryMember.LastUpdated)
                                or nameof(SentryTeamMember.TeamId)
                                or nameof(SentryProjectKey.Secret))
                        }
                ),
        ];

    // For these, null always means "could not be found out". If it could be found out in only one state, that is no change.
    private static bool IsUnknown(PropertyInfo property, object? old, object? now) =>
        (old is null || now is null)
        && (property.PropertyType == typeof(bool?)
            || property.PropertyType == typeof(StringList)
            || property.Name is nameof(SentryAlertRule.Status));

    private static bool AreEqual(object? old, object? now) =>
        (old, now) switch
        {
            // The order of the items does not matter, since Sentry does not always keep it.
            (StringList one, StringList other) => one.Count == other.Count
                && one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal),
            _ => Equals(old, now),
        };

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
