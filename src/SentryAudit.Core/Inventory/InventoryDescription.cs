namespace SentryAudit.Inventory;

/// <summary>Describes a stored sync by its header.</summary>
internal static class InventoryDescription
{
    public static SentryInventory Describe(this InventorySnapshot snapshot, InventoryStore store)
    {
        var header = snapshot.Header;
        var incomplete = header.Sections.Where(section => !section.IsComplete).ToArray();
        return new SentryInventory
        {
            OrganizationSlug = header.OrganizationSlug,
            OrganizationId = header.OrganizationId,
            Host = header.Host,
            AccountName = header.AccountName,
            StartedAt = header.StartedAt,
            EndedAt = header.EndedAt,
            IsCurrent = snapshot.Path == store.Files.FirstOrDefault(),
            Incomplete = new StringList(incomplete.Select(section => section.Type)),
            Problems = new StringList(incomplete.Select(section => $"{section.Type}: {section.Problem}")),
            Kept = new StringList(header.Sections.Where(section => section.ReadAt < header.StartedAt).Select(section => section.Type)),
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
            ReleasesSince = snapshot.Find(InventoryKinds.Release)?.Since,
            Scopes = header.Scopes,
            ModuleVersion = header.ModuleVersion,
            SizeBytes = new FileInfo(snapshot.Path).Length,
            Path = snapshot.Path,
        };

        int? Count(InventoryKind kind) => snapshot.Find(kind)?.Count;
    }
}
