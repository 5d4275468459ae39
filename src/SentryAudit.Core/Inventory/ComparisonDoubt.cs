namespace SentryAudit.Inventory;

/// <summary>What a comparison can't tell of a kind of object, and why.</summary>
internal static class ComparisonDoubt
{
    private const string Remedy = "Sync again with a token that may read all of it.";

    public static SentryException NeverRead(InventoryKind kind, string organization, bool inReference) => new(
        "SentryNotInInventory", SentryErrorCategory.ObjectNotFound,
        $"{kind} objects of {organization} can't be compared: the {(inReference ? "reference" : "difference")} never read them.",
        $"Sync with {kind} included, or leave it out with -EntityType.");

    public static SentryException BothIncomplete(InventoryKind kind, string organization, InventorySection before, InventorySection after) => new(
        "SentryInventoryIncomplete", SentryErrorCategory.InvalidData,
        $"{kind} objects of {organization} can't be compared: neither state is complete. Reference: {before.Problem} Difference: {after.Problem}", Remedy);

    public static SentryException OneIncomplete(InventoryKind kind, string organization, InventorySection incomplete, bool isReference) => new(
        "SentryInventoryIncomplete", SentryErrorCategory.InvalidData,
        $"{kind} objects of {organization} that were {(isReference ? "added" : "removed")} can't all be told: the {(isReference ? "reference" : "difference")} is not complete. {incomplete.Problem}", Remedy);
}
