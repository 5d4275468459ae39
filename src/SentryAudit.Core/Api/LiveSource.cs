using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

/// <summary>Sentry itself as a source.</summary>
internal sealed class LiveSource(SentryApi api) : ISentrySource
{
    private const int MostDetails = 10;

    public IAsyncEnumerable<SentryOrganization> ListOrganizationsAsync(
        IReadOnlyList<OrganizationReference> keys,
        CancellationToken cancellationToken
    ) => api.Organizations.ListAsync(keys, cancellationToken);

    public Task<SentryOrganization> GetOrganizationAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.Organizations.GetAsync(organization, cancellationToken);

    public IAsyncEnumerable<OrganizationHome> ResolveOrganizationsAsync(OrganizationReference? key, CancellationToken cancellationToken) =>
        api.Organizations.ResolveAsync(key, cancellationToken);

    public IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken) =>
        api.Members.ListAsync(organization, keys, teams, cancellationToken);

    public async Task<SentryMember?> FindMemberAsync(OrganizationHome organization, string id, CancellationToken cancellationToken) =>
        await api.MemberDetails.FindAsync(organization, id, cancellationToken).ConfigureAwait(false) is { } member
            ? api.MemberDetails.ToModel(organization, member)
            : null;

    public IAsyncEnumerable<SentryMember> ListTeamsMembersAsync(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships,
        Action<string, SentryException> report,
        CancellationToken cancellationToken) =>
        api.Members.ListOfTeamsAsync(organization, teams, memberships, report, cancellationToken);

    public IAsyncEnumerable<SentryTeam> ListTeamsAsync(
        OrganizationHome organization, IReadOnlyList<TeamReference> keys, CancellationToken cancellationToken) =>
        api.Teams.ListAsync(organization, keys, cancellationToken);

    // The details of a few people are fewer requests than the members of every team.
    public async Task<TeamMemberships> ReadTeamMembershipsAsync(
        OrganizationHome organization, IReadOnlyList<SentryMember>? members, CancellationToken cancellationToken) =>
        (members is { Count: <= MostDetails }
            ? await api.MemberDetails.FindTeamsAsync(organization, members, cancellationToken).ConfigureAwait(false)
            : null)
        ?? await api.TeamMembers.ReadMembershipsAsync(organization, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembersAsync(
        OrganizationHome organization, IEnumerable<string> teams, RoleCatalog? roles, CancellationToken cancellationToken) =>
        api.TeamMembers.ListAsync(organization, teams, roles, cancellationToken);

    public IAsyncEnumerable<SentryProject> ListProjectsAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        IReadOnlyList<TeamReference> teams,
        CancellationToken cancellationToken) => api.Projects.ListAsync(organization, keys, teams, cancellationToken);

    public IAsyncEnumerable<SentryRelease> ListReleasesAsync(
        OrganizationHome organization, ReleaseFilter filter, CancellationToken cancellationToken) =>
        api.Releases.ListAsync(organization, filter, cancellationToken);

    public IAsyncEnumerable<SentryAlertRule> ListAlertRulesAsync(
        OrganizationHome organization, SentryAlertRuleKind kinds, ProjectSelection? projects, CancellationToken cancellationToken) =>
        api.AlertRules.ListAsync(organization, kinds, projects, cancellationToken);

    public Task<SentryAlertRule?> FindAlertRuleAsync(
        OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken) =>
        api.AlertRules.FindAsync(organization, rule, cancellationToken);

    public IAsyncEnumerable<SentryMonitor> ListMonitorsAsync(
        OrganizationHome organization, SentryMonitorKind kinds, ProjectSelection? projects, CancellationToken cancellationToken) =>
        api.Monitors.ListAsync(organization, kinds, projects, cancellationToken);

    public IAsyncEnumerable<SentryProjectKey> ListProjectKeysAsync(
        OrganizationHome organization, IReadOnlyList<SentryProject>? projects, bool showSecret, CancellationToken cancellationToken) =>
        api.ProjectKeys.ListAsync(organization, projects, showSecret, cancellationToken);

    public Task<ProjectReach?> FindReachAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.Connection.Reach.FindAsync(api.Connection, organization, cancellationToken);

    public IAsyncEnumerable<SentryRepository> ListRepositoriesAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.Repositories.ListAsync(organization, cancellationToken);

    public IAsyncEnumerable<SentryIntegration> ListIntegrationsAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.Integrations.ListAsync(organization, cancellationToken);

    public Task<RoleCatalog> ReadRolesAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.Roles.ReadAsync(organization, cancellationToken);
}
