using SentryAudit.Inventory;

namespace SentryAudit.Commands.Inventory;

/// <summary>Chooses the kinds of object that a sync reads.</summary>
internal static class SyncTypes
{
    /// <exception cref="SentryException">No known kind is left.</exception>
    public static HashSet<SentryEntityType> Choose(SentryEntityType[]? include, SentryEntityType[]? exclude)
    {
        HashSet<SentryEntityType> types = [.. (include ?? [.. InventoryKinds.All.Select(kind => kind.Type)]).Except(exclude ?? [])];
        return types.Count > 0 && !types.Contains(SentryEntityType.Unknown)
            ? types
            : throw new SentryException(
                "InventoryTypesInvalid",
                SentryErrorCategory.InvalidArgument,
                "-Include and -Exclude leave no known kind of object to read.",
                $"Choose from these kinds: {string.Join(", ", InventoryKinds.All)}.");
    }
}
