using SentryAudit.Common.Text;

namespace SentryAudit.Commands.Inventory;

/// <summary>Which changes are written.</summary>
internal sealed class ChangeFilter(SentryChangeSignificance minimum, IEnumerable<string>? ignoredProperties)
{
    private readonly WildcardExpression[] _ignored = [.. (ignoredProperties ?? []).Select(pattern => new WildcardExpression(pattern))];

    public bool Includes(SentryInventoryChange change) =>
        change.Significance >= minimum
        && (change.Property is null || !_ignored.Any(pattern => pattern.IsMatch(change.Property)));
}
