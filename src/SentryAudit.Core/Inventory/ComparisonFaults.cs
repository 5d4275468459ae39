using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Inventory;

/// <summary>Why states of an organization can't be compared, or not completely.</summary>
internal static class ComparisonFaults
{
    private const string SyncAgain = "Sync again with a token that is allowed to read all of them.";
    private const string Choices = "Get-SentryInventory lists the existing syncs; -Difference Live compares with Sentry as it is now.";

    public static SentryException NeverRead(InventoryKind kind, string organization, bool inReference) =>
        new(
            "SentryNotInInventory",
            ObjectNotFound,
            $"{kind} objects of {organization} can't be compared: the {Side(inReference)} never read them.",
            $"Sync with {kind} included, or leave it out with -EntityType.");

    public static SentryException BothIncomplete(
        InventoryKind kind,
        string organization,
        InventorySection before,
        InventorySection after) =>
        new(
            "SentryInventoryIncomplete",
            InvalidData,
            $"{kind} objects of {organization} can't be compared, since neither state is complete. "
                + $"Reference: {before.Problem} Difference: {after.Problem}",
            Remedy(before.Remedy == after.Remedy ? [after.Remedy] : [before.Remedy, after.Remedy]));

    /// <summary>A state of which only some projects were within reach.</summary>
    public static SentryException Limited(InventoryKind kind, string organization, InventorySection limited, bool isReference) =>
        new(
            "SentryInventoryIncomplete",
            InvalidData,
            $"Of the {kind} objects of {organization}, only those of projects within reach of the {Side(isReference)} are compared. "
                + $"{limited.Problem}",
            "Sync with a token whose owner reaches every project to compare all of them.");

    public static SentryException OneIncomplete(InventoryKind kind, string organization, InventorySection incomplete, bool isReference) =>
        new(
            "SentryInventoryIncomplete",
            InvalidData,
            $"The {(isReference ? "added" : "removed")} {kind} objects of {organization} can't all be listed, "
                + $"since the {Side(isReference)} is not complete. {incomplete.Problem}",
            Remedy([incomplete.Remedy]));

    /// <summary>A kind that a Sentry does not have is no fault of the token or the sync.</summary>
    public static string NotOnServer(InventoryKind kind, string organization, InventorySection section) =>
        $"{kind} objects of {organization} are not compared: they are not on this server. {section.Problem}";

    public static SentryException NoInventory(OrganizationReference organization) =>
        new(
            "InventoryNotFound",
            ObjectNotFound,
            $"There is no inventory of {organization}.",
            "Create one with Sync-SentryInventory. Get-SentryInventory lists the existing ones.");

    public static SentryException NoSync(string organization, InventoryReference? wanted) =>
        new(
            "InventoryReferenceMissing",
            ObjectNotFound,
            wanted is null
                ? $"There is no earlier sync of {organization} to compare with."
                : $"No sync of {organization} is as old as {wanted}.",
            Choices);

    public static SentryException SameSync(string organization, InventoryHeader sync) =>
        new(
            "InventoryReferenceSame",
            InvalidArgument,
            $"Reference and difference are the same sync of {organization}, that of {sync.StartedAt.UtcDateTime:u}.",
            Choices);

    public static SentryException OtherOrganization(InventoryHeader reference, InventoryHeader difference) =>
        new(
            "InventoryOtherOrganization",
            InvalidArgument,
            $"The reference is a sync of {reference.OrganizationSlug} at {reference.Host}, "
                + $"the difference one of {difference.OrganizationSlug} at {difference.Host}.",
            "Choose two syncs of the same organization.");

    public static SentryException ReferenceIsLive() =>
        new(
            "InventoryReferenceLive",
            InvalidArgument,
            "Sentry as it is now can only be the difference.",
            "Use -Difference Live.");

    // What fits the cause; files of earlier versions do not have it.
    private static string Remedy(IEnumerable<string?> remedies) => string.Join(' ', remedies.OfType<string>()) is { Length: > 0 } known
        ? $"{known} Then sync again."
        : SyncAgain;

    private static string Side(bool isReference) => isReference ? "reference" : "difference";
}
