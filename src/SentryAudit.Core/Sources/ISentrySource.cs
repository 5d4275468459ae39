using SentryAudit.Common.Streams;
using SentryAudit.Models;

namespace SentryAudit.Sources;

/// <summary>
/// Lists the objects of organizations, either from Sentry itself or from a stored inventory. Both give the same objects in the same
/// order, so their callers do not depend on which one it is. Keys and selections are hints with which a source can read less; the
/// caller still has to match the objects it gets.
/// </summary>
internal interface ISentrySource
{
    /// <summary>When the objects of a kind were read from Sentry (UTC); null if they are read while they are listed.</summary>
    DateTimeOffset? FindReadTime(OrganizationHome organization, SentryEntityType type) => null;

    IAsyncEnumerable<SentryOrganization> ListOrganizationsAsync(
        IReadOnlyList<OrganizationReference> keys,
        CancellationToken cancellationToken);

    Task<SentryOrganization> GetOrganizationAsync(OrganizationHome organization, CancellationToken cancellationToken);

    IAsyncEnumerable<OrganizationHome> ResolveOrganizationsAsync(OrganizationReference? key, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken);

    /// <summary>
    /// A member by the id of the membership. Sentry also answers for people whose account is deactivated, whom its list leaves out;
    /// an inventory has nobody but those of the list.
    /// </summary>
    /// <returns>Null when there is no such member.</returns>
    Task<SentryMember?> FindMemberAsync(OrganizationHome organization, string id, CancellationToken cancellationToken) =>
        Task.FromResult<SentryMember?>(null);

    /// <summary>The members of some teams, each person once. A team that can't be read does not take the others with it.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="teams">The teams.</param>
    /// <param name="memberships">Who is on which team, to be shown; null if the caller has not read it.</param>
    /// <param name="report">Is told the slug of a team that could not be read whole, and why.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    IAsyncEnumerable<SentryMember> ListTeamsMembersAsync(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships,
        Action<string, SentryException> report,
        CancellationToken cancellationToken);

    IAsyncEnumerable<SentryTeam> ListTeamsAsync(
        OrganizationHome organization,
        IReadOnlyList<TeamReference> keys,
        CancellationToken cancellationToken);

    /// <summary>Who is on which team.</summary>
    /// <param name="members">Whose teams are wanted, where these are few; null for everybody's.</param>
    Task<TeamMemberships> ReadTeamMembershipsAsync(
        OrganizationHome organization, IReadOnlyList<SentryMember>? members, CancellationToken cancellationToken);

    /// <summary>The members of teams, given by slug.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="teams">Slugs of the teams.</param>
    /// <param name="roles">The organization's roles; null if the caller has not read them.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    IAsyncEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembersAsync(
        OrganizationHome organization, IEnumerable<string> teams, RoleCatalog? roles, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryProject> ListProjectsAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        IReadOnlyList<TeamReference> teams,
        CancellationToken cancellationToken);

    IAsyncEnumerable<SentryRelease> ListReleasesAsync(
        OrganizationHome organization,
        ReleaseFilter filter,
        CancellationToken cancellationToken);

    IAsyncEnumerable<SentryAlertRule> ListAlertRulesAsync(
        OrganizationHome organization, SentryAlertRuleKind kinds, ProjectSelection? projects, CancellationToken cancellationToken);

    /// <summary>
    /// An alert rule as it is now. Older lists leave out rules that are disabled; an inventory has none but those of the list.
    /// </summary>
    /// <returns>Null when there is no such rule.</returns>
    Task<SentryAlertRule?> FindAlertRuleAsync(OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken) =>
        Task.FromResult<SentryAlertRule?>(null);

    IAsyncEnumerable<SentryMonitor> ListMonitorsAsync(
        OrganizationHome organization, SentryMonitorKind kinds, ProjectSelection? projects, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryProjectKey> ListProjectKeysAsync(
        OrganizationHome organization, IReadOnlyList<SentryProject>? projects, bool showSecret, CancellationToken cancellationToken);

    /// <summary>Which projects the token reaches; null where it is not known.</summary>
    Task<ProjectReach?> FindReachAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Task.FromResult<ProjectReach?>(null);

    IAsyncEnumerable<SentryRepository> ListRepositoriesAsync(OrganizationHome organization, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryIntegration> ListIntegrationsAsync(OrganizationHome organization, CancellationToken cancellationToken);

    Task<RoleCatalog> ReadRolesAsync(OrganizationHome organization, CancellationToken cancellationToken);
}
