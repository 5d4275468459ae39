using SentryAudit.Api.Stats;

namespace SentryAudit.Inventory;

/// <summary>What the stores below a folder hold, as objects.</summary>
internal static class InventoryListing
{
    /// <summary>Every stored state, the newest first within a store. A file that can't be read is listed with what is wrong with it.</summary>
    public static IEnumerable<SentryInventory> List(string root) => InventoryPlace.FindAll(root).SelectMany(List);

    public static IEnumerable<SentryInventory> List(InventoryStore store)
    {
        // Whose a damaged file is, the others beside it tell.
        var owner = new Lazy<InventoryHeader?>(() => store.OpenNewest(static _ => { })?.Header);
        DateTimeOffset? current = null;
        foreach (var file in store.Files)
        {
            var inventory = Describe(file, isCurrent: file == store.CurrentPath, owner);

            // A sync killed in its last step can leave its state under both names.
            if (inventory.IsCurrent is true || inventory.StartedAt is null || inventory.StartedAt != current)
            {
                current ??= inventory.StartedAt;
                yield return inventory;
            }
        }
    }

    public static SentryInventory Describe(InventorySnapshot snapshot, bool isCurrent)
    {
        var header = snapshot.Header;
        var incomplete = header.Sections.Where(section => !section.IsComplete).Select(section => section.Type).ToArray();
        return new SentryInventory
        {
            OrganizationSlug = header.OrganizationSlug,
            OrganizationId = header.OrganizationId,
            Host = header.Host,
            AccountName = header.AccountName,
            StartedAt = header.StartedAt,
            EndedAt = header.EndedAt,
            IsCurrent = isCurrent,
            IsComplete = incomplete.Length == 0,
            Incomplete = new StringList(incomplete),
            Members = Count(InventoryKinds.Member),
            Teams = Count(InventoryKinds.Team),
            TeamMembers = Count(InventoryKinds.TeamMember),
            Projects = Count(InventoryKinds.Project),
            Releases = Count(InventoryKinds.Release),
            AlertRules = Count(InventoryKinds.AlertRule),
            Monitors = Count(InventoryKinds.Monitor),
            ProjectKeys = Count(InventoryKinds.ProjectKey),
            Repositories = Count(InventoryKinds.Repository),
            Roles = Count(InventoryKinds.Role),
            Integrations = Count(InventoryKinds.Integration),
            Removed = header.Sections.Sum(section => section.RemovedCount),
            SizeBytes = FindSize(snapshot.Path),
            ModuleVersion = header.ModuleVersion,
            Path = snapshot.Path,
        };

        // Nothing found by a listing that broke off at once is not "none".
        int? Count(InventoryKind kind) =>
            snapshot.Find(kind) is { } section && (section.IsComplete || section.Count + section.RemovedCount > 0) ? section.Count : null;
    }

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
