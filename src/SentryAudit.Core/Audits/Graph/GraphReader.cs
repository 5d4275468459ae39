using System.Runtime.CompilerServices;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Graph;

/// <summary>
/// Reads organizations as a graph. Teams, projects and who is in which team are held; members, alert rules and
/// releases pass through. A node comes before its edges.
/// </summary>
internal sealed class GraphReader(ISentrySource source, GraphSelection wanted)
{
    /// <summary>What could not be found out about the organization read last: relationships that may exist and are not given.</summary>
    public GraphDoubts Doubts { get; private set; } = new();

    /// <exception cref="SentryException">Something could not be read whole.</exception>
    public async IAsyncEnumerable<GraphElement> ReadAsync(
        OrganizationHome home,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Doubts = new GraphDoubts();
        var organization = GraphNodes.Of(await source.GetOrganizationAsync(home, cancellationToken).ConfigureAwait(false));
        yield return organization;

        var roles = wanted.WantsRoles
            ? await source.ReadRolesAsync(home, cancellationToken).ConfigureAwait(false)
            : new RoleCatalog([], openMembership: null);
        var (roleNodes, teams, projects) = (Held(), Held(), Held());
        await foreach (var node in FewAsync(home, organization, roles, cancellationToken).ConfigureAwait(false))
        {
            (
                node.Kind switch
                {
                    GraphNodeKind.Role => roleNodes,
                    GraphNodeKind.Team => teams,
                    GraphNodeKind.Project => projects,
                    _ => null,
                }
            )?.TryAdd(node.Name, node);
            yield return node;
            foreach (
                var edge in Belongs(organization, node).Concat(node.Entity is SentryProject project ? TeamsOf(node, project, teams) : []))
            {
                yield return edge;
            }
        }

        var places = await ReadPlacesAsync(home, teams, roles, cancellationToken).ConfigureAwait(false);
        await foreach (var node in ManyAsync(home, organization, cancellationToken).ConfigureAwait(false))
        {
            yield return node;
            var own = node.Entity switch
            {
                SentryMember member => PlacesOf(node, member, places, roleNodes),
                SentryAlertRule rule => RulesOf(node, rule, projects),
                _ => [],
            };
            foreach (var edge in Belongs(organization, node).Concat(own))
            {
                yield return edge;
            }
        }
    }

    private async IAsyncEnumerable<GraphNode> FewAsync(
        OrganizationHome home, GraphNode organization, RoleCatalog roles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (wanted.Wants(GraphNodeKind.Service))
        {
            yield return GraphNodes.Service(organization.LastUpdated);
        }

        foreach (var role in wanted.Wants(GraphNodeKind.Role) ? roles.Roles.Where(role => role.Kind is SentryRoleKind.Organization) : [])
        {
            yield return GraphNodes.Of(role);
        }

        await foreach (var team in List(GraphNodeKind.Team, () => source.ListTeamsAsync(home, [], cancellationToken)).ConfigureAwait(false))
        {
            yield return GraphNodes.Of(team);
        }

        await foreach (
            var project in List(GraphNodeKind.Project, () => source.ListProjectsAsync(home, [], [], cancellationToken))
                .ConfigureAwait(false))
        {
            yield return GraphNodes.Of(project);
        }
    }

    private async IAsyncEnumerable<GraphNode> ManyAsync(
        OrganizationHome home,
        GraphNode organization,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            var member in List(GraphNodeKind.Member, () => source.ListMembersAsync(home, [], teams: null, cancellationToken))
                .ConfigureAwait(false))
        {
            yield return GraphNodes.Of(member);
        }

        await foreach (
            var rule in List(GraphNodeKind.AlertRule, () =>
                    source.ListAlertRulesAsync(home, SentryAlertRuleKind.Issue, projects: null, cancellationToken)).ConfigureAwait(false))
        {
            yield return GraphNodes.Of(rule);
        }

        await foreach (
            var release in List(GraphNodeKind.Release, () => source.ListReleasesAsync(home, ReleaseFilter.None, cancellationToken))
                .ConfigureAwait(false))
        {
            yield return GraphNodes.Of(release, organization);
        }

        // JupiterOne finds the repository by its address; one without is none to it.
        await foreach (
            var repository in List(GraphNodeKind.Repository, () => source.ListRepositoriesAsync(home, cancellationToken))
                .ConfigureAwait(false))
        {
            if (!string.IsNullOrEmpty(repository.Url))
            {
                yield return GraphNodes.Of(repository);
            }
        }
    }

    private async Task<TeamPlaces> ReadPlacesAsync(
        OrganizationHome home,
        Dictionary<string, GraphNode> teams,
        RoleCatalog roles,
        CancellationToken cancellationToken)
    {
        var places = new TeamPlaces(teams, roles, wanted.EffectiveAccess);
        if (wanted.WantsTeamMembers)
        {
            await foreach (
                var part in source
                    .ListTeamMembersAsync(home, teams.Keys.Order(StringComparer.Ordinal), roles, cancellationToken).ConfigureAwait(false))
            {
                if (part.Fault is not null)
                {
                    throw part.Fault;
                }

                if (part.Item is { } member)
                {
                    places.Add(part.Part, member.MemberId, member.TeamRole);
                }
            }
        }

        return places;
    }

    private IEnumerable<GraphEdge> Belongs(GraphNode organization, GraphNode node)
    {
        var inCartography =
            node.Kind
            is GraphNodeKind.Team
                or GraphNodeKind.Member
                or GraphNodeKind.Project
                or GraphNodeKind.Release
                or GraphNodeKind.AlertRule;
        var inJupiterOne = node.Kind is not (GraphNodeKind.Release or GraphNodeKind.AlertRule);
        return Edges(
            node.LastUpdated,
            (inCartography, SentryRelationshipType.Resource, organization, node),
            (inJupiterOne, SentryRelationshipType.Has, organization, node));
    }

    private IEnumerable<GraphEdge> TeamsOf(GraphNode node, SentryProject project, Dictionary<string, GraphNode> teams) =>
        !wanted.Wants(GraphNodeKind.Team)
            ? []
            : Doubts
                .Known(
                    node,
                    project.TeamSlugs,
                    teams,
                    wanted.Wants(SentryRelationshipType.HasTeam) || wanted.Wants(SentryRelationshipType.Assigned))
                .SelectMany(team =>
                    Edges(
                        project.LastUpdated,
                        (true, SentryRelationshipType.HasTeam, node, team),
                        (true, SentryRelationshipType.Assigned, team, node)));

    private IEnumerable<GraphEdge> RulesOf(GraphNode node, SentryAlertRule rule, Dictionary<string, GraphNode> projects) =>
        !wanted.Wants(GraphNodeKind.Project)
            ? []
            : Doubts
                .Known(node, rule.ProjectSlugs, projects, wanted.Wants(SentryRelationshipType.HasRule))
                .SelectMany(project => Edges(rule.LastUpdated, (true, SentryRelationshipType.HasRule, project, node)));

    private IEnumerable<GraphEdge> PlacesOf(GraphNode node, SentryMember member, TeamPlaces places, Dictionary<string, GraphNode> roles)
    {
        if (wanted.WantsTeamMembers)
        {
            Doubts.Note(node, isUnknown: !places.Knows(member));
            foreach (var (team, isListed, isAdmin) in places.Of(member))
            {
                Doubts.Note(node, isUnknown: isAdmin is null);
                foreach (
                    var edge in Edges(
                        member.LastUpdated,
                        (true, SentryRelationshipType.MemberOf, node, team),
                        (isAdmin is true, SentryRelationshipType.AdminOf, node, team),
                        (isListed || wanted.EffectiveAccess, SentryRelationshipType.Has, team, node)))
                {
                    yield return edge;
                }
            }
        }

        foreach (
            var edge in roles.TryGetValue(member.Role ?? "", out var role)
                ? Edges(member.LastUpdated, (true, SentryRelationshipType.Assigned, node, role))
                : [])
        {
            yield return edge;
        }
    }

    private IEnumerable<GraphEdge> Edges(
        DateTimeOffset readAt,
        params (bool If, SentryRelationshipType Type, GraphNode From, GraphNode To)[] candidates
    ) => candidates.Where(edge => edge.If && wanted.Wants(edge.Type)).Select(edge => new GraphEdge(edge.Type, edge.From, edge.To, readAt));

    private IAsyncEnumerable<T> List<T>(GraphNodeKind kind, Func<IAsyncEnumerable<T>> list) => wanted.Wants(kind) ? list() : Nothing<T>();

    private static async IAsyncEnumerable<T> Nothing<T>()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }

    private static Dictionary<string, GraphNode> Held() => new(StringComparer.Ordinal);
}
