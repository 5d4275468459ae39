using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Support;

/// <summary>A source that lists what it is given; a kind with a fault gives its objects first and then fails.</summary>
internal sealed class ListedSource : ISentrySource
{
    private static readonly DateTimeOffset ReadAt = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public List<SentryMember> Members { get; } = [];

    public List<SentryTeam> Teams { get; } = [];

    public List<SentryRelease> Releases { get; } = [];

    public List<SentryRole> Roles { get; } = [];

    public Dictionary<SentryEntityType, SentryException> Faults { get; } = [];

    /// <summary>Kinds asked for.</summary>
    public HashSet<SentryEntityType> Asked { get; } = [];

    /// <summary>Runs before every object is given.</summary>
    public Action OnItem { get; set; } = static () => { };

    public static SentryTeam Team(string id) => new() { Id = id, Slug = "team-" + id, OrganizationSlug = "acme", LastUpdated = ReadAt };

    public static SentryMember Member(string id) => new() { Id = id, OrganizationSlug = "acme", LastUpdated = ReadAt };

    public static SentryException Fault(SentryErrorCategory category = SentryErrorCategory.PermissionDenied) =>
        new("SentryForbidden", category, "Refused.", "Ask.");

    public IAsyncEnumerable<SentryOrganization> ListOrganizationsAsync(
        IReadOnlyList<OrganizationReference> keys,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<SentryOrganization> GetOrganizationAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        Note(SentryEntityType.Organization);
        return Faults.TryGetValue(SentryEntityType.Organization, out var fault)
            ? throw fault
            : Task.FromResult(
                new SentryOrganization
                {
                    Id = "2",
                    Slug = organization.Slug,
                    LastUpdated = ReadAt,
                }
            );
    }

    public IAsyncEnumerable<OrganizationHome> ResolveOrganizationsAsync(OrganizationReference? key, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<SentryMember> ListMembersAsync(
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        TeamMemberships? teams,
        CancellationToken cancellationToken
    ) => List(SentryEntityType.Member, Members);

    public DateTimeOffset? FindReadTime(OrganizationHome organization, SentryEntityType type) => null;

    public IAsyncEnumerable<SentryMember> ListTeamsMembersAsync(
        OrganizationHome organization,
        IEnumerable<SentryTeam> teams,
        TeamMemberships? memberships,
        Action<string, SentryException> report,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public IAsyncEnumerable<SentryTeam> ListTeamsAsync(
        OrganizationHome organization,
        IReadOnlyList<TeamReference> keys,
        CancellationToken cancellationToken
    ) => List(SentryEntityType.Team, Teams);

    public Task<TeamMemberships> ReadTeamMembershipsAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryMember>? members,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    public async IAsyncEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembersAsync(
        OrganizationHome organization,
        IEnumerable<string> teams,
        RoleCatalog? roles,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var team in teams)
        {
            var member = new SentryTeamMember
            {
                TeamSlug = team,
                MemberId = "1",
                EffectiveRole = roles?.EffectiveTeamRole("member", null),
                OrganizationSlug = "acme",
                LastUpdated = ReadAt,
            };
            await foreach (var item in List(SentryEntityType.TeamMember, [member], fault: null).ConfigureAwait(false))
            {
                yield return new ListPart<string, SentryTeamMember>(team, item, Fault: null);
            }

            yield return new ListPart<string, SentryTeamMember>(team, Item: null, Faults.GetValueOrDefault(SentryEntityType.TeamMember));
        }
    }

    public IAsyncEnumerable<SentryProject> ListProjectsAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        IReadOnlyList<TeamReference> teams,
        CancellationToken cancellationToken
    ) => List<SentryProject>(SentryEntityType.Project, []);

    public IAsyncEnumerable<SentryRelease> ListReleasesAsync(
        OrganizationHome organization,
        ReleaseFilter filter,
        CancellationToken cancellationToken
    ) => List(SentryEntityType.Release, Releases.Where(filter.Matches).ToList());

    public IAsyncEnumerable<SentryAlertRule> ListAlertRulesAsync(
        OrganizationHome organization,
        SentryAlertRuleKind kinds,
        ProjectSelection? projects,
        CancellationToken cancellationToken
    ) => List<SentryAlertRule>(SentryEntityType.AlertRule, []);

    public IAsyncEnumerable<SentryMonitor> ListMonitorsAsync(
        OrganizationHome organization,
        SentryMonitorKind kinds,
        ProjectSelection? projects,
        CancellationToken cancellationToken
    ) => List<SentryMonitor>(SentryEntityType.Monitor, []);

    public IAsyncEnumerable<SentryProjectKey> ListProjectKeysAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryProject>? projects,
        bool showSecret,
        CancellationToken cancellationToken) =>
        showSecret
            ? throw new InvalidOperationException("Nobody asked for secrets.")
            : List<SentryProjectKey>(SentryEntityType.ProjectKey, []);

    public IAsyncEnumerable<SentryRepository> ListRepositoriesAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        List<SentryRepository>(SentryEntityType.Repository, []);

    public IAsyncEnumerable<SentryIntegration> ListIntegrationsAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        List<SentryIntegration>(SentryEntityType.Integration, []);

    public Task<RoleCatalog> ReadRolesAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        Note(SentryEntityType.Role);
        return Faults.TryGetValue(SentryEntityType.Role, out var fault)
            ? throw fault
            : Task.FromResult(new RoleCatalog(Roles, openMembership: null));
    }

    private IAsyncEnumerable<T> List<T>(SentryEntityType type, List<T> items) => List(type, items, Faults.GetValueOrDefault(type));

    private async IAsyncEnumerable<T> List<T>(SentryEntityType type, List<T> items, SentryException? fault)
    {
        Note(type);
        await Task.Yield();
        foreach (var item in items)
        {
            OnItem();
            yield return item;
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    private void Note(SentryEntityType type)
    {
        lock (Asked)
        {
            Asked.Add(type);
        }
    }
}
