namespace SentryAudit.Inventory;

/// <summary>What a comparison can't tell, and why.</summary>
internal static class ComparisonDoubt
{
    private const string Remedy = "Sync again with a token that may read all of it.";
    private const string Choices = "Get-SentryInventory lists the syncs there are; -Difference Live compares with Sentry as it is now.";

    public static SentryException NeverRead(InventoryKind kind, string organization, bool inReference) => new(
        "SentryNotInInventory", SentryErrorCategory.ObjectNotFound,
        $"{kind} objects of {organization} can't be compared: the {(inReference ? "reference" : "difference")} never read them.",
        $"Sync with {kind} included, or leave it out with -EntityType.");

    public static SentryException BothIncomplete(
        InventoryKind kind,
        string organization,
        InventorySection before,
        InventorySection after) =>
        new(
            "SentryInventoryIncomplete",
            SentryErrorCategory.InvalidData,
            $"{kind} objects of {organization} can't be compared: neither state is complete. Reference: {before.Problem} Difference: {after.Problem}",
            Remedy);

    public static SentryException OneIncomplete(InventoryKind kind, string organization, InventorySection incomplete, bool isReference) =>
        new(
            "SentryInventoryIncomplete",
            SentryErrorCategory.InvalidData,
            $"{kind} objects of {organization} that were {(isReference ? "added" : "removed")} can't all be told: the {(isReference ? "reference" : "difference")} is not complete. {incomplete.Problem}",
            Remedy);

    public static SentryException NoInventory(OrganizationReference organization) =>
        new(
            "InventoryNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"There is no inventory of {organization}.",
            "Sync-SentryInventory makes one; Get-SentryInventory lists those there are.");

    public static SentryException NoSync(string organization, InventoryReference? wanted) =>
        new(
            "InventoryReferenceMissing",
            SentryErrorCategory.ObjectNotFound,
            wanted is null
                ? $"There is no earlier sync of {organization} to compare with."
                : $"No sync of {organization} is as old as {wanted}.",
            Choices);

    public static SentryException SameSync(string organization, InventoryHeader sync) => new(
        "InventoryReferenceSame", SentryErrorCategory.InvalidArgument,
        $"Reference and difference are the same sync of {organization}, that of {sync.StartedAt.UtcDateTime:u}.", Choices);

    public static SentryException OtherOrganization(InventoryHeader reference, InventoryHeader difference) => new(
        "InventoryOtherOrganization", SentryErrorCategory.InvalidArgument,
        $"The reference is of {reference.OrganizationSlug} at {reference.Host}, the difference of {difference.OrganizationSlug} at {difference.Host}.", "Name two syncs of one organization.");
}
