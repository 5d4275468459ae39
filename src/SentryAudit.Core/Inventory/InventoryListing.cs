using SentryAudit.Api.Stats;

namespace SentryAudit.Inventory;

/// <summary>Lists the stored states in the stores below a folder.</summary>
internal static class InventoryListing
{
    /// <summary>Every stored state, in each store the newest first. A file that can't be read is listed with the reason.</summary>
    public static IEnumerable<SentryInventory> List(string root) => InventoryPlace.FindAll(root).SelectMany(List);

    public static IEnumerable<SentryInventory> List(InventoryStore store)
    {
        // The organization of a damaged file is that of the other files of the store.
        var owner = new Lazy<InventoryHeader?>(() => store.OpenNewest(static _ => { })?.Header);
        DateTimeOffset? current = null;
        foreach (var file in store.Files)
        {
            var inventory = Describe(file, isCurrent: file == store.CurrentPath, owner);

            // A sync that was killed in its last step can leave its state under both names.
            if (inventory.IsCurrent is true || inventory.StartedAt is null || inventory.StartedAt != current)
            {
                current ??= inventory.StartedAt;
                yield return inventory;
            }
        }
    }

    public static SentryInventory Describe(InventorySnapshot snapshot, bool isCurrent) =>
        new()
        {
            OrganizationSlug = snapshot.Header.OrganizationSlug,
            OrganizationId = snapshot.Header.OrganizationId,
            Host = snapshot.Header.Host,
            AccountName = snapshot.Header.AccountName,
            StartedAt = snapshot.Header.StartedAt,
            EndedAt = snapshot.Header.EndedAt,
            IsCurrent = isCurrent,
            IsComplete = snapshot.Header.Sections.All(section => section.IsComplete || section.IsNotOnServer),
            Incomplete = Types(snapshot, section => section is { IsComplete: false, IsNotOnServer: false }),
            NotOnServer = Types(snapshot, section => section.IsNotOnServer),
            Members = Count(snapshot, InventoryKinds.Member),
            Teams = Count(snapshot, InventoryKinds.Team),
            TeamMembers = Count(snapshot, InventoryKinds.TeamMember),
            Projects = Count(snapshot, InventoryKinds.Project),
            Releases = Count(snapshot, InventoryKinds.Release),
            AlertRules = Count(snapshot, InventoryKinds.AlertRule),
            Monitors = Count(snapshot, InventoryKinds.Monitor),
            ProjectKeys = Count(snapshot, InventoryKinds.ProjectKey),
            Repositories = Count(snapshot, InventoryKinds.Repository),
            Roles = Count(snapshot, InventoryKinds.Role),
            Integrations = Count(snapshot, InventoryKinds.Integration),
            Removed = snapshot.Header.Sections.Sum(section => section.RemovedCount),
            SizeBytes = FindSize(snapshot.Path),
            ModuleVersion = snapshot.Header.ModuleVersion,
            Path = snapshot.Path,
        };

    private static StringList Types(InventorySnapshot snapshot, Func<InventorySection, bool> isWanted) =>
        new(snapshot.Header.Sections.Where(isWanted).Select(section => section.Type));

    // If a listing failed before its first item, the number is unknown, not zero.
    private static int? Count(InventorySnapshot snapshot, InventoryKind kind) =>
        snapshot.Find(kind) is { } section && (section.IsComplete || section.Count + section.RemovedCount > 0) ? section.Count : null;

    private static SentryInventory Describe(string file, bool isCurrent, Lazy<InventoryHeader?> owner)
    {
        try
        {
            return Describe(InventorySnapshot.Open(file), isCurrent);
        }
        catch (SentryException fault)
        {
            return new SentryInventory
            {
                OrganizationSlug = owner.Value?.OrganizationSlug,
                OrganizationId = owner.Value?.OrganizationId,
                Host = owner.Value?.Host,
                IsCurrent = isCurrent,
                SizeBytes = FindSize(file),
                Path = file,
                Problem = fault.Message,
            };
        }
    }

    private static long? FindSize(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : null;
}
