using SentryAudit.Api;
using SentryAudit.Common.Streams;
using SentryAudit.Connections;
using SentryAudit.Http;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Sandbox.Inventories;

/// <summary>Inventories of what a sandbox lists, written without a sync.</summary>
internal static class StoredInventory
{
    public static readonly DateTimeOffset FirstSeen = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Writes every organization a connection sees, all kinds of object, to where a sync would.</summary>
    /// <param name="startedAt">The time it claims to be of; null for now.</param>
    /// <param name="alter">Changes what is written; see <see cref="Alteration"/>.</param>
    public static async Task WriteAsync(
        this SentryConnection connection,
        string root,
        DateTimeOffset? startedAt = null,
        Alteration? alter = null)
    {
        var source = new LiveSource(new SentryApi(connection.Site, SilentObserver.Instance));
        await foreach (var home in source.ResolveOrganizationsAsync(key: null, default))
        {
            await WriteAsync(source, connection.BaseUri, home, root, startedAt ?? connection.Clock.GetUtcNow(), alter ?? new Alteration());
        }
    }

    private static async Task WriteAsync(
        LiveSource source,
        Uri host,
        OrganizationHome home,
        string root,
        DateTimeOffset startedAt,
        Alteration alter)
    {
        var store = InventoryPlace.For(root, host, home.Id ?? home.Slug);
        Directory.CreateDirectory(store.Folder);
        if (File.Exists(store.CurrentPath))
        {
            var old = store.EarlierPath(InventorySnapshot.Open(store.CurrentPath).Header.StartedAt);
            Directory.CreateDirectory(Path.GetDirectoryName(old)!);
            File.Move(store.CurrentPath, old);
        }

        using var writer = new InventoryWriter(store.CurrentPath);
        void Keep<T>(InventoryKind<T> kind, IEnumerable<T> entities)
            where T : class
        {
            if (!alter.Without.Contains(kind.Type))
            {
                var problem = alter.Problems.GetValueOrDefault(kind.Type);
                var section = new InventorySection
                {
                    Type = kind.ToString(),
                    ReadAt = startedAt,
                    IsComplete = problem is null,
                    Problem = problem,
                    Since = kind.Type is SentryEntityType.Release ? alter.Since : null,
                    Count = 0,
                    RemovedCount = 0,
                    Length = 0,
                };
                writer.Write(
                    kind,
                    alter.Entries(entities.Select(entity => new InventoryEntry<T> { Entity = entity, FirstSeen = FirstSeen })),
                    section);
            }
        }

        var teams = await source.ListTeamsAsync(home, [], default).ReadAllAsync(default);
        var roles = await source.ReadRolesAsync(home, default);
        var members = new List<SentryTeamMember>();
        await foreach (var part in source.ListTeamMembersAsync(home, teams.Select(team => team.Slug), roles, default))
        {
            members.AddRange(part.Item is { } member ? [member] : []);
        }

        Keep(InventoryKinds.Organization, [await source.GetOrganizationAsync(home, default)]);
        Keep(InventoryKinds.Member, await source.ListMembersAsync(home, [], teams: null, default).ReadAllAsync(default));
        Keep(InventoryKinds.Team, teams);
        Keep(InventoryKinds.TeamMember, members);
        Keep(InventoryKinds.Project, await source.ListProjectsAsync(home, [], [], default).ReadAllAsync(default));
        Keep(
            InventoryKinds.Release,
            await source.ListReleasesAsync(home, new ReleaseFilter { IncludeArchived = true }, default).ReadAllAsync(default));
        Keep(
            InventoryKinds.AlertRule,
            await source.ListAlertRulesAsync(home, SentryAlertRuleKind.All, projects: null, default).ReadAllAsync(default));
        Keep(
            InventoryKinds.Monitor,
            await source.ListMonitorsAsync(home, SentryMonitorKind.All, projects: null, default).ReadAllAsync(default));
        Keep(
            InventoryKinds.ProjectKey,
            await source.ListProjectKeysAsync(home, projects: null, showSecret: false, default).ReadAllAsync(default));
        Keep(InventoryKinds.Repository, await source.ListRepositoriesAsync(home, default).ReadAllAsync(default));
        Keep(InventoryKinds.Role, roles.Roles);
        Keep(InventoryKinds.Integration, await source.ListIntegrationsAsync(home, default).ReadAllAsync(default));
        writer.Complete(new InventoryHeader
        {
            Format = InventoryHeader.FormatName,
            SchemaVersion = InventoryHeader.CurrentSchemaVersion,
            ModuleVersion = "1.0.0",
            Host = host,
            OrganizationId = home.Id,
            OrganizationSlug = home.Slug,
            StartedAt = startedAt,
            EndedAt = startedAt,
            Sections = [],
        });
    }

    /// <summary>A connection that reads it.</summary>
    public static SentryConnection Open(
        string path,
        DateTimeOffset? asOf = null,
        string? organization = null,
        Action<SentryException>? report = null
    ) => OfflineConnector.Connect(
        new StoredLocation(path, asOf),
        organization,
        report ?? (fault => throw fault),
        TimeProvider.System);
}
