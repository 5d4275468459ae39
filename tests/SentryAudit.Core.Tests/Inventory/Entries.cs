using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>Entries of an inventory, first seen and read on a Monday.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Monday = new(2026, 9, 7, 6, 0, 0, TimeSpan.Zero);

    public static InventoryEntry<SentryTeam> Team(string id, string slug, DateTimeOffset? firstSeen = null, string[]? projects = null) =>
        Entry(
            new SentryTeam
            {
                Id = id,
                Slug = slug,
                ProjectSlugs = new StringList(projects ?? []),
                OrganizationSlug = "acme",
                LastUpdated = Monday,
            },
            firstSeen);

    public static InventoryEntry<SentryMember> Member(
        string id,
        string? role = "member",
        bool? has2FA = null,
        string? user = null,
        string? email = null,
        DateTimeOffset? read = null) =>
        Entry(
            new SentryMember
            {
                Id = id,
                Role = role,
                Has2FA = has2FA,
                UserId = user,
                Email = email,
                OrganizationSlug = "acme",
                LastUpdated = read ?? Monday,
            }
        );

    public static InventoryEntry<SentryTeamMember> TeamMember(string member, string? teamId, string team) =>
        Entry(new SentryTeamMember { MemberId = member, TeamId = teamId, TeamSlug = team, OrganizationSlug = "acme" });

    public static InventoryEntry<SentryRelease> Release(string version, DateTimeOffset created, DateTimeOffset? released = null) =>
        Entry(
            new SentryRelease
            {
                Id = $"2/{version}",
                Version = version,
                DateCreated = created,
                DateReleased = released,
                OrganizationSlug = "acme",
            }
        );

    public static InventoryEntry<SentryAlertRule> Rule(string id, SentryAlertRuleSource source) =>
        Entry(
            new SentryAlertRule
            {
                Id = id,
                Source = source,
                Name = "Errors",
                DateCreated = Monday,
                ProjectSlugs = new StringList(["web"]),
                OrganizationSlug = "acme",
            }
        );

    public static InventoryEntry<T> Entry<T>(T entity, DateTimeOffset? firstSeen = null)
        where T : class => new() { Entity = entity, FirstSeen = firstSeen ?? Monday };
}
