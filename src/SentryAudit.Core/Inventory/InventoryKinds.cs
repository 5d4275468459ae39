using System.Globalization;

namespace SentryAudit.Inventory;

/// <summary>The kinds of object that an inventory keeps, in the order of its sections.</summary>
internal static class InventoryKinds
{
    public static readonly InventoryKind<SentryOrganization> Organization = new(
        SentryEntityType.Organization,
        InventoryJson.Default.Organization,
        static organization => organization.Id,
        static _ => [],
        static (organization, seen) => organization.FirstSeen = seen);

    // The membership's id stays when an invitation is accepted, but changes when a person is removed and invited again.
    public static readonly InventoryKind<SentryMember> Member = new(
        SentryEntityType.Member,
        InventoryJson.Default.Member,
        static member => member.Id,
        MemberKeys,
        static (member, seen) => member.FirstSeen = seen);

    public static readonly InventoryKind<SentryTeam> Team = new(
        SentryEntityType.Team,
        InventoryJson.Default.Team,
        static team => team.Id,
        static _ => [],
        static (team, seen) => team.FirstSeen = seen);

    // Earlier versions kept no ids of teams, so their entries are recognised by the slug.
    public static readonly InventoryKind<SentryTeamMember> TeamMember = new(
        SentryEntityType.TeamMember,
        InventoryJson.Default.TeamMember,
        static member => member.TeamId is { } team ? $"{team}/{member.MemberId}" : TeamMemberKey(member),
        static member => [TeamMemberKey(member)],
        static (member, seen) => member.FirstSeen = seen)
    {
        CanBeSame = static (one, other) => one.TeamId is null || other.TeamId is null,
    };

    public static readonly InventoryKind<SentryProject> Project = new(
        SentryEntityType.Project,
        InventoryJson.Default.Project,
        static project => project.Id,
        static _ => [],
        static (project, seen) => project.FirstSeen = seen);

    public static readonly InventoryKind<SentryRelease> Release = new(
        SentryEntityType.Release,
        InventoryJson.Default.Release,
        static release => release.Id,
        static _ => [],
        static (release, seen) => release.FirstSeen = seen);

    // Sentry gave rules new ids when it replaced their endpoints. Ids of one endpoint don't change, so two rules of one endpoint that look
    // the same are different rules.
    public static readonly InventoryKind<SentryAlertRule> AlertRule = new(
        SentryEntityType.AlertRule,
        InventoryJson.Default.AlertRule,
        static rule => $"{rule.Source}/{rule.Id}",
        RuleKeys,
        static (rule, seen) => rule.FirstSeen = seen)
    {
        CanBeSame = static (one, other) => one.Source != other.Source && one.Kind == other.Kind,
    };

    public static readonly InventoryKind<SentryMonitor> Monitor = new(
        SentryEntityType.Monitor,
        InventoryJson.Default.Monitor,
        static monitor => $"{monitor.Kind}/{monitor.Id}",
        static _ => [],
        static (monitor, seen) => monitor.FirstSeen = seen);

    public static readonly InventoryKind<SentryProjectKey> ProjectKey = new(
        SentryEntityType.ProjectKey,
        InventoryJson.Default.ProjectKey,
        static key => key.Id,
        static _ => [],
        static (key, seen) => key.FirstSeen = seen);

    public static readonly InventoryKind<SentryRepository> Repository = new(
        SentryEntityType.Repository,
        InventoryJson.Default.Repository,
        static repository => repository.Id,
        static _ => [],
        static (repository, seen) => repository.FirstSeen = seen);

    public static readonly InventoryKind<SentryRole> Role = new(
        SentryEntityType.Role,
        InventoryJson.Default.Role,
        static role => $"{role.Kind}/{role.Id}",
        static _ => [],
        static (role, seen) => role.FirstSeen = seen);

    public static readonly InventoryKind<SentryIntegration> Integration = new(
        SentryEntityType.Integration,
        InventoryJson.Default.Integration,
        static integration => integration.Id,
        static _ => [],
        static (integration, seen) => integration.FirstSeen = seen);

    public static IReadOnlyList<InventoryKind> All { get; } =
        [Organization, Member, Team, TeamMember, Project, Release, AlertRule, Monitor, ProjectKey, Repository, Role, Integration];

    /// <summary>The kind of a class; null if no inventory keeps objects of the class.</summary>
    public static InventoryKind<T>? Of<T>()
        where T : class => All.OfType<InventoryKind<T>>().FirstOrDefault();

    private static string TeamMemberKey(SentryTeamMember member) => $"slug/{member.TeamSlug}/{member.MemberId}";

    private static IEnumerable<string> MemberKeys(SentryMember member)
    {
        if (member.UserId is { } user)
        {
            yield return $"user/{user}";
        }

        if (member.Email is { } email)
        {
            yield return $"mail/{email.ToLowerInvariant()}";
        }
    }

    private static IEnumerable<string> RuleKeys(SentryAlertRule rule)
    {
        if (rule is { Name: { } name, ProjectSlugs: { } projects, DateCreated: { } created })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"made/{created.UtcDateTime:O}/{string.Join(',', projects.Order(StringComparer.Ordinal))}/{name}");
        }
    }
}
