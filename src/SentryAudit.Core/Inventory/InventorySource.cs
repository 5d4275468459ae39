using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>
/// A stored inventory as a source: it gives the same objects in the same order as Sentry did in the last sync. Objects that no longer
/// exist are not listed. Objects that no sync has read are an error, never an empty list; a kind that was not read completely ends with
/// an error.
/// </summary>
internal sealed class InventorySource : ISentrySource
{
    private readonly StoredSections _sections;
    private readonly StoredOrganizations _organizations;
    private readonly StoredMembers _members;
    private readonly StoredReleases _releases;
    private readonly StoredAlerts _alerts;

    public InventorySource(StoredEstate stored, string? defaultOrganization, ITransportObserver observer)
    {
        _sections = new StoredSections(stored, observer);
        _organizations = new StoredOrganizations(stored, defaultOrganization, _sections);
        _members = new StoredMembers(_sections);
        _releases = new StoredReleases(_sections, observer);
        _alerts = new StoredAlerts(_sections);
    }

    public DateTimeOffset? FindReadTime(OrganizationHome organization, SentryEntityType type) =>
        _sections.Open(organization).Header.Sections.FirstOrDefault(section => section.Type == type.ToString())?.ReadAt;

    public IAsyncEnumerable<OrganizationHome> ResolveOrganizationsAsync(OrganizationReference? key, CancellationToken cancellationToken) =>
        _organizations.Resolve(key).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryOrganization> ListOrganizationsAsync(
        IReadOnlyList<OrganizationReference> keys, CancellationToken cancellationToken) =>
        _organizations.List().AsStream(cancellationToken);

    public Task<SentryOrganization> GetOrganizationAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Run(() => _sections.ReadExisting(organization, InventoryKinds.Organization).First());

    public IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization, IReadOnlyList<MemberReference> keys, TeamMemberships? teams, CancellationToken cancellationToken) =>
        _members.List(organization, teams).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryMember> ListTeamsMembersAsync(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships,
        Action<string, SentryException> report,
        CancellationToken cancellationToken) =>
        _members.ListOfTeams(organization, teams, memberships).AsStream(cancellationToken);

    public Task<TeamMemberships> ReadTeamMembershipsAsync(
        OrganizationHome organization, IReadOnlyList<SentryMember>? members, CancellationToken cancellationToken) =>
        Run(() => _members.ReadMemberships(organization));

    public IAsyncEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembersAsync(
        OrganizationHome organization, IEnumerable<string> teams, RoleCatalog? roles, CancellationToken cancellationToken) =>
        _members.ListTeamMembers(organization, teams).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryTeam> ListTeamsAsync(
        OrganizationHome organization, IReadOnlyList<TeamReference> keys, CancellationToken cancellationToken) =>
        _sections.ReadExisting(organization, InventoryKinds.Team).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryProject> ListProjectsAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        IReadOnlyList<TeamReference> teams,
        CancellationToken cancellationToken) =>
        _sections.ReadExisting(organization, InventoryKinds.Project).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryRelease> ListReleasesAsync(
        OrganizationHome organization, ReleaseFilter filter, CancellationToken cancellationToken) =>
        _releases.List(organization, filter).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryAlertRule> ListAlertRulesAsync(
        OrganizationHome organization, SentryAlertRuleKind kinds, ProjectSelection? projects, CancellationToken cancellationToken) =>
        _alerts.ListRules(organization, kinds, projects).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryMonitor> ListMonitorsAsync(
        OrganizationHome organization, SentryMonitorKind kinds, ProjectSelection? projects, CancellationToken cancellationToken) =>
        _alerts.ListMonitors(organization, kinds, projects).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryProjectKey> ListProjectKeysAsync(
        OrganizationHome organization, IReadOnlyList<SentryProject>? projects, bool showSecret, CancellationToken cancellationToken)
    {
        if (showSecret)
        {
            throw OfflineFaults.ApiRequired("-ShowSecret", "an inventory never contains a DSN");
        }

        var ids = projects?.Select(project => project.Id).ToHashSet(StringComparer.Ordinal);
        return _sections.ReadExisting(organization, InventoryKinds.ProjectKey)
            .Where(key => ids?.Contains(key.ProjectId ?? "") != false)
            .AsStream(cancellationToken);
    }

    public IAsyncEnumerable<SentryRepository> ListRepositoriesAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        _sections.ReadExisting(organization, InventoryKinds.Repository).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryIntegration> ListIntegrationsAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        _sections.ReadExisting(organization, InventoryKinds.Integration).AsStream(cancellationToken);

    public Task<RoleCatalog> ReadRolesAsync(OrganizationHome organization, CancellationToken cancellationToken) => Run(() =>
    {
        var settings = _sections.Open(organization).Read(InventoryKinds.Organization).FirstOrDefault(entry => entry.RemovedAt is null);
        return new RoleCatalog([.. _sections.ReadExisting(organization, InventoryKinds.Role)], settings?.Entity.OpenMembership);
    });

    // A failure belongs into the task, where callers expect it.
    private static Task<T> Run<T>(Func<T> read)
    {
        try
        {
            return Task.FromResult(read());
        }
        catch (SentryException fault)
        {
            return Task.FromException<T>(fault);
        }
    }
}
