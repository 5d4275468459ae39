using SentryAudit.Api;
using SentryAudit.Connections;

namespace SentryAudit.Inventory;

/// <summary>The listings that make up an organization's inventory. One that breaks off gives first what could be read.</summary>
internal sealed class OrganizationListings(ISentrySource source, OrganizationHome organization, CancellationToken cancellationToken)
{
    // Needed by two listings, read by whichever is first.
    private readonly Lazy<Task<Listed<SentryTeam>>> _teams = new(
        () => Listed<SentryTeam>.ReadAsync(source.ListTeamsAsync(organization, [], cancellationToken), static () => { }, cancellationToken));

    private readonly Lazy<Task<RoleCatalog>> _roles = new(() => source.ReadRolesAsync(organization, cancellationToken));

    /// <summary>The listing of a kind.</summary>
    /// <param name="releasesSince">Only releases created at or after this (UTC); null for all.</param>
    public IAsyncEnumerable<T> List<T>(InventoryKind<T> kind, DateTimeOffset? releasesSince)
        where T : class => (IAsyncEnumerable<T>)(kind.Type switch
    {
        SentryEntityType.Organization => OrganizationAsync(),
        SentryEntityType.Member => Members(),
        SentryEntityType.Team => TeamsAsync(),
        SentryEntityType.TeamMember => TeamMembersAsync(),
        SentryEntityType.Project => Projects(),
        SentryEntityType.Release => Releases(releasesSince),
        SentryEntityType.AlertRule => AlertRules(),
        SentryEntityType.Monitor => Monitors(),
        SentryEntityType.ProjectKey => ProjectKeys(),
        SentryEntityType.Repository => Repositories(),
        SentryEntityType.Role => RolesAsync(),
        SentryEntityType.Integration => (IAsyncEnumerable<object>)Integrations(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    });

    public async IAsyncEnumerable<SentryOrganization> OrganizationAsync()
    {
        yield return await source.GetOrganizationAsync(organization, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<SentryMember> Members() => source.ListMembersAsync(organization, [], teams: null, cancellationToken);

    public async IAsyncEnumerable<SentryTeam> TeamsAsync()
    {
        var (teams, fault) = await _teams.Value.ConfigureAwait(false);
        foreach (var team in teams)
        {
            yield return team;
        }

        Throw(fault);
    }

    /// <summary>Who is in which team. Where the roles can't be read, which role counts is unknown; who is a member is not.</summary>
    public async IAsyncEnumerable<SentryTeamMember> TeamMembersAsync()
    {
        var (teams, fault) = await _teams.Value.ConfigureAwait(false);
        var parts = source.ListTeamMembersAsync(organization, teams.Select(team => team.Slug), await FindRolesAsync().ConfigureAwait(false), cancellationToken);
        await foreach (var part in parts.ConfigureAwait(false))
        {
            if (part.Item is { } member)
            {
                yield return member;
            }

            fault ??= part.Fault;
        }

        Throw(fault);
    }

    public IAsyncEnumerable<SentryProject> Projects() => source.ListProjectsAsync(organization, [], [], cancellationToken);

    /// <param name="since">Only those created at or after this (UTC); null for all.</param>
    public IAsyncEnumerable<SentryRelease> Releases(DateTimeOffset? since) =>
        source.ListReleasesAsync(organization, new ReleaseFilter { IncludeArchived = true, Since = since }, cancellationToken);

    public IAsyncEnumerable<SentryAlertRule> AlertRules() => source.ListAlertRulesAsync(organization, SentryAlertRuleKind.All, projects: null, cancellationToken);

    public IAsyncEnumerable<SentryMonitor> Monitors() => source.ListMonitorsAsync(organization, SentryMonitorKind.All, projects: null, cancellationToken);

    public IAsyncEnumerable<SentryProjectKey> ProjectKeys() => source.ListProjectKeysAsync(organization, projects: null, showSecret: false, cancellationToken);

    public IAsyncEnumerable<SentryRepository> Repositories() => source.ListRepositoriesAsync(organization, cancellationToken);

    public async IAsyncEnumerable<SentryRole> RolesAsync()
    {
        foreach (var role in (await _roles.Value.ConfigureAwait(false)).Roles)
        {
            yield return role;
        }
    }

    public IAsyncEnumerable<SentryIntegration> Integrations() => source.ListIntegrationsAsync(organization, cancellationToken);

    private async Task<RoleCatalog> FindRolesAsync()
    {
        try
        {
            return await _roles.Value.ConfigureAwait(false);
        }
        catch (SentryException fault) when (fault.Category is not SentryErrorCategory.AuthenticationError)
        {
            return new RoleCatalog([], openMembership: null);
        }
    }

    private static void Throw(SentryException? fault)
    {
        if (fault is not null)
        {
            throw fault;
        }
    }
}
