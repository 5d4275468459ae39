using SentryAudit.Inventory;
using SentryAudit.Common.Text;

namespace SentryAudit.Commands.Inventory;

/// <summary>Which changes are written.</summary>
internal sealed class ChangeFilter(SentryChangeSignificance minimum, IEnumerable<string>? ignoredProperties)
{
    /// <summary>The properties that changes can be of.</summary>
    public static IReadOnlyCollection<string> Properties { get; } =
    [
        .. InventoryKinds.All.SelectMany(kind => kind.GetType().GenericTypeArguments)
            .SelectMany(type => type.GetProperties()).Select(property => property.Name).Distinct(StringComparer.Ordinal),
    ];

    private readonly WildcardExpression[] _ignored = [.. (ignoredProperties ?? []).Select(pattern => new WildcardExpression(pattern))];

    public bool Includes(SentryInventoryChange change) =>
        change.Significance >= minimum
        && (change.Property is null || !_ignored.Any(pattern => pattern.IsMatch(change.Property)));
}
