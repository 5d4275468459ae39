using System.Runtime.CompilerServices;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>The listings of which an organization's inventory consists. One that fails first gives the items that could be read.</summary>
internal sealed class OrganizationListings(ISentrySource source, OrganizationHome organization)
{
    // Two listings need teams and roles; the first one reads them.
    private object? _lock;
    private Task<ListingResult<SentryTeam>>? _teams;
    private Task<RoleCatalog>? _roles;

    /// <summary>Looks for what the listings leave out.</summary>
    public UnlistedObjects Unlisted { get; } = new(source, organization);

    /// <summary>The listing of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="releasesSince">Only releases created at or after this (UTC); null for all.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    public IAsyncEnumerable<T> List<T>(InventoryKind<T> kind, DateTimeOffset? releasesSince, CancellationToken cancellationToken)
        where T : class =>
        (IAsyncEnumerable<T>)List(kind.Type, releasesSince, cancellationToken);

    private IAsyncEnumerable<object> List(SentryEntityType type, DateTimeOffset? releasesSince, CancellationToken cancellationToken) =>
        type switch
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
            SentryEntityType.AlertRule =>
                source.ListAlertRulesAsync(organization, SentryAlertRuleKind.All, projects: null, cancellationToken),
            SentryEntityType.Monitor => source.ListMonitorsAsync(organization, SentryMonitorKind.All, projects: null, cancellationToken),
            SentryEntityType.ProjectKey => source.ListProjectKeysAsync(organization, projects: null, showSecret: false, cancellationToken),
            SentryEntityType.Repository => source.ListRepositoriesAsync(organization, cancellationToken),
            SentryEntityType.Role => RolesAsync(cancellationToken),
            SentryEntityType.Integration => source.ListIntegrationsAsync(organization, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
        };

    private async IAsyncEnumerable<SentryOrganization> OrganizationAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await source.GetOrganizationAsync(organization, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<SentryTeam> TeamsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var teams = await TeamListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var team in teams.Items)
        {
            yield return team;
        }

        teams.ThrowIfFaulted();
    }

    /// <summary>The members of all teams. If the roles can't be read, only the role that counts on a team is unknown.</summary>
    private async IAsyncEnumerable<SentryTeamMember> TeamMembersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (teams, fault) = await TeamListAsync(cancellationToken).ConfigureAwait(false);
        var ids = teams.ToLookup(team => team.Slug, team => team.Id, StringComparer.Ordinal);
        var parts = source.ListTeamMembersAsync(
            organization,
            teams.Select(team => team.Slug),
            await FindRolesAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken);
        await foreach (var part in parts.ConfigureAwait(false))
        {
            if (part.Item is { } member)
            {
                member.TeamId = ids[member.TeamSlug].FirstOrDefault();
                yield return member;
            }

            fault ??= part.Fault;
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    private async IAsyncEnumerable<SentryRole> RolesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var role in (await RoleCatalogAsync(cancellationToken).ConfigureAwait(false)).ReadWhole())
        {
            yield return role;
        }
    }

    private Task<ListingResult<SentryTeam>> TeamListAsync(CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _teams, ref _lock, () =>
            ListingResult<SentryTeam>.ReadAsync(
                source.ListTeamsAsync(organization, [], cancellationToken),
                static () => { },
                cancellationToken));

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
}
