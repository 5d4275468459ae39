using SentryAudit.Inventory;
using SentryAudit.Models;

namespace SentryAudit.Commands.Inventory;

/// <summary>What a sync could not store, as warnings.</summary>
internal static class SyncWarnings
{
    /// <param name="organization">The organization.</param>
    /// <param name="lacking">The kinds of which its Sentry has no list.</param>
    /// <param name="incomplete">The kinds that could not be read completely.</param>
    /// <param name="limited">The kinds of which only some projects were within reach.</param>
    public static IEnumerable<string> Of(
        OrganizationHome organization,
        IReadOnlyCollection<(InventoryKind Kind, SentryException Fault)> lacking,
        IReadOnlyCollection<(InventoryKind Kind, SentryException Fault)> incomplete,
        IReadOnlyCollection<InventoryKind> limited)
    {
        if (lacking.Count > 0)
        {
            yield return $"Not on this server, and so unknown in the inventory of {organization}: "
                + $"{string.Join(", ", lacking.Select(fault => $"{fault.Kind} ({MissingList.Of(fault.Fault)})"))}.";
        }

        if (incomplete.Count > 0)
        {
            yield return $"The sync of {organization} is incomplete: {string.Join(", ", incomplete.Select(fault => fault.Kind))}. "
                + "Objects of these kinds that were not found are not treated as removed.";
        }

        if (limited.Count > 0)
        {
            yield return $"Of these kinds, only what belongs to projects of {organization} within reach was read: "
                + $"{string.Join(", ", limited)}. What belongs to other projects is not treated as removed.";
        }
    }
}
