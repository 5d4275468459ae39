using System.Runtime.CompilerServices;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>The listings that make up an organization's inventory. One that breaks off gives first what could be read.</summary>
internal sealed class OrganizationListings(ISentrySource source, OrganizationHome organization)
{
    // Needed by two listings, read by whichever is first.
    private object? _lock;
    private Task<Listed<SentryTeam>>? _teams;
    private Task<RoleCatalog>? _roles;

    /// <summary>The listing of a kind.</summary>
    /// <param name="releasesSince">Only releases created at or after this (UTC); null for all.</param>
    public IAsyncEnumerable<T> List<T>(InventoryKind<T> kind, DateTimeOffset? releasesSince, CancellationToken cancellationToken)
        where T : class =>
        (IAsyncEnumerable<T>)(
            kind.Type switch
            {
                SentryEntityType.Organization => OrganizationAsync(cancellationToken),
                SentryEntityType.Member => source.ListMembersAsync(organization, [], teams: null, cancellationToken),
                SentryEntityType.Team => TeamsAsync(cancellationToken),
                SentryEntityType.TeamMember => TeamMembersAsync(cancellationToken),
                SentryEntityType.Project => source.ListProjectsAsync(organization, [], [], cancellationToken),
                SentryEntityType.Release => source.ListReleasesAsync(
                    organization,
                    new ReleaseFilter { IncludeArchived = true, Since = releasesSince },
                    cancellationToken),
                SentryEntityType.AlertRule => source.ListAlertRulesAsync(
                    organization,
                    SentryAlertRuleKind.All,
                    projects: null,
                    cancellationToken),
                SentryEntityType.Monitor => source.ListMonitorsAsync(
                    organization,
                    SentryMonitorKind.All,
                    projects: null,
                    cancellationToken),
                SentryEntityType.ProjectKey => source.ListProjectKeysAsync(
                    organization,
                    projects: null,
                    showSecret: false,
                    cancellationToken),
                SentryEntityType.Repository => source.ListRepositoriesAsync(organization, cancellationToken),
                SentryEntityType.Role => RolesAsync(cancellationToken),
                SentryEntityType.Integration => (IAsyncEnumerable<object>)source.ListIntegrationsAsync(organization, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
            }
        );

    private async IAsyncEnumerable<SentryOrganization> OrganizationAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await source.GetOrganizationAsync(organization, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<SentryTeam> TeamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (teams, fault) = await TeamListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var team in teams)
        {
            yield return team;
        }

        Throw(fault);
    }

    /// <summary>Who is in which team. Where the roles can't be read, which role counts is unknown; who is a member is not.</summary>
    private async IAsyncEnumerable<SentryTeamMember> TeamMembersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (teams, fault) = await TeamListAsync(cancellationToken).ConfigureAwait(false);
        var parts = source.ListTeamMembersAsync(
            organization,
            teams.Select(team => team.Slug),
            await FindRolesAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken);
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

    private async IAsyncEnumerable<SentryRole> RolesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var role in (await RoleCatalogAsync(cancellationToken).ConfigureAwait(false)).Roles)
        {
            yield return role;
        }
    }

    private Task<Listed<SentryTeam>> TeamListAsync(CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _teams, ref _lock, () =>
            Listed<SentryTeam>.ReadAsync(source.ListTeamsAsync(organization, [], cancellationToken), static () => { }, cancellationToken));

    private Task<RoleCatalog> RoleCatalogAsync(CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _roles, ref _lock, () => source.ReadRolesAsync(organization, cancellationToken));

    private async Task<RoleCatalog> FindRolesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RoleCatalogAsync(cancellationToken).ConfigureAwait(false);
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
