using System.Runtime.CompilerServices;
using SentryAudit.Api;
using SentryAudit.Connections;

namespace SentryAudit.Inventory;

/// <summary>The listings that make up an organization's inventory. One that breaks off gives first what could be read.</summary>
internal sealed class OrganizationListings(ISentrySource source, OrganizationHome organization)
{
    private readonly object _lock = new();

    // Needed by two listings each, read by whichever is first.
    private Task<Listed<SentryTeam>>? _teams;
    private Task<RoleCatalog>? _roles;

    public async IAsyncEnumerable<SentryOrganization> OrganizationAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await source.GetOrganizationAsync(organization, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<SentryMember> Members(CancellationToken cancellationToken) => source.ListMembersAsync(organization, [], teams: null, cancellationToken);

    public async IAsyncEnumerable<SentryTeam> TeamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (teams, fault) = await ReadTeamsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var team in teams)
        {
            yield return team;
        }

        Throw(fault);
    }

    /// <summary>Who is in which team. Where the roles can't be read, which role counts is unknown; who is a member is not.</summary>
    public async IAsyncEnumerable<SentryTeamMember> TeamMembersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (teams, fault) = await ReadTeamsAsync(cancellationToken).ConfigureAwait(false);
        var roles = await FindRolesAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var part in source.ListTeamMembersAsync(organization, teams.Select(team => team.Slug), roles, cancellationToken).ConfigureAwait(false))
        {
            if (part.Item is { } member)
            {
                yield return member;
            }

            fault ??= part.Fault;
        }

        Throw(fault);
    }

    public IAsyncEnumerable<SentryProject> Projects(CancellationToken cancellationToken) => source.ListProjectsAsync(organization, [], [], cancellationToken);

    /// <param name="since">Only those created at or after this (UTC); null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<SentryRelease> Releases(DateTimeOffset? since, CancellationToken cancellationToken) =>
        source.ListReleasesAsync(organization, new ReleaseFilter { IncludeArchived = true, Since = since }, cancellationToken);

    public IAsyncEnumerable<SentryAlertRule> AlertRules(CancellationToken cancellationToken) =>
        source.ListAlertRulesAsync(organization, SentryAlertRuleKind.All, projects: null, cancellationToken);

    public IAsyncEnumerable<SentryMonitor> Monitors(CancellationToken cancellationToken) => source.ListMonitorsAsync(organization, SentryMonitorKind.All, projects: null, cancellationToken);

    public IAsyncEnumerable<SentryProjectKey> ProjectKeys(CancellationToken cancellationToken) =>
        source.ListProjectKeysAsync(organization, projects: null, showSecret: false, cancellationToken);

    public IAsyncEnumerable<SentryRepository> Repositories(CancellationToken cancellationToken) => source.ListRepositoriesAsync(organization, cancellationToken);

    public async IAsyncEnumerable<SentryRole> RolesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var role in (await ReadRolesAsync(cancellationToken).ConfigureAwait(false)).Roles)
        {
            yield return role;
        }
    }

    public IAsyncEnumerable<SentryIntegration> Integrations(CancellationToken cancellationToken) => source.ListIntegrationsAsync(organization, cancellationToken);

    private Task<Listed<SentryTeam>> ReadTeamsAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _teams ??= Listed<SentryTeam>.ReadAsync(source.ListTeamsAsync(organization, [], cancellationToken), static () => { }, cancellationToken);
        }
    }

    private Task<RoleCatalog> ReadRolesAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _roles ??= source.ReadRolesAsync(organization, cancellationToken);
        }
    }

    private async Task<RoleCatalog> FindRolesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadRolesAsync(cancellationToken).ConfigureAwait(false);
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
