using SentryAudit.Common.Streams;
using SentryAudit.Models;

namespace SentryAudit.Sources;

/// <summary>
/// What an organization holds, wherever it is read from: <c>LiveSource</c> asks Sentry, a stored inventory
/// remembers. Both give the same objects in the same order, so nothing built on this knows which one it has. Keys and
/// selections are hints that let a source read less; the caller still matches what it gets.
/// </summary>
internal interface ISentrySource
{
    /// <summary>When what is told of a kind of object was read (UTC); null when it is read while it is listed.</summary>
    DateTimeOffset? FindReadTime(OrganizationHome organization, SentryEntityType type) => null;

    IAsyncEnumerable<SentryOrganization> ListOrganizationsAsync(
        IReadOnlyList<OrganizationReference> keys,
        CancellationToken cancellationToken);

    Task<SentryOrganization> GetOrganizationAsync(OrganizationHome organization, CancellationToken cancellationToken);

    IAsyncEnumerable<OrganizationHome> ResolveOrganizationsAsync(OrganizationReference? key, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryMember> ListTeamsMembersAsync(
        OrganizationHome organization, IEnumerable<SentryTeam> teams, TeamMemberships? memberships, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryTeam> ListTeamsAsync(
        OrganizationHome organization,
        IReadOnlyList<TeamReference> keys,
        CancellationToken cancellationToken);

    /// <summary>Who is on which team.</summary>
    /// <param name="members">Whose teams are wanted, where these are few; null for everybody's.</param>
    Task<TeamMemberships> ReadTeamMembershipsAsync(
        OrganizationHome organization, IReadOnlyList<SentryMember>? members, CancellationToken cancellationToken);

    /// <param name="roles">The organization's roles, where the caller has them already.</param>
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

    IAsyncEnumerable<SentryMonitor> ListMonitorsAsync(
        OrganizationHome organization, SentryMonitorKind kinds, ProjectSelection? projects, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryProjectKey> ListProjectKeysAsync(
        OrganizationHome organization, IReadOnlyList<SentryProject>? projects, bool showSecret, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryRepository> ListRepositoriesAsync(OrganizationHome organization, CancellationToken cancellationToken);

    IAsyncEnumerable<SentryIntegration> ListIntegrationsAsync(OrganizationHome organization, CancellationToken cancellationToken);

    Task<RoleCatalog> ReadRolesAsync(OrganizationHome organization, CancellationToken cancellationToken);
}
