namespace SentryAudit.Audits.Graph;

/// <summary>Makes the edges of the nodes of one organization, as far as their types are wanted.</summary>
internal sealed class GraphEdges(GraphSelection wanted, GraphNode organization, UnknownRelationships unknown)
{
    private readonly Dictionary<string, GraphNode> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphNode> _teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphNode> _projects = new(StringComparer.Ordinal);

    /// <summary>The teams that were kept, by slug.</summary>
    public IReadOnlyDictionary<string, GraphNode> Teams => _teams;

    /// <summary>The members of the teams; needed for the edges of members.</summary>
    public TeamRoster? Roster { get; set; }

    /// <summary>Keeps a node, so that edges of other nodes can lead to it.</summary>
    public void Keep(GraphNode node)
    {
        var kept = node.Kind switch
        {
            GraphNodeKind.Role => _roles,
            GraphNodeKind.Team => _teams,
            GraphNodeKind.Project => _projects,
            _ => null,
        };
        kept?.TryAdd(node.Name, node);
    }

    /// <summary>The edges between a node and the organization and the nodes that were kept.</summary>
    public IEnumerable<GraphEdge> Of(GraphNode node) =>
        OfOrganization(node).Concat(
            node.Entity switch
            {
                SentryProject project => OfProject(node, project),
                SentryMember member => OfMember(node, member),
                SentryAlertRule rule => OfRule(node, rule),
                _ => [],
            });

    private IEnumerable<GraphEdge> OfOrganization(GraphNode node)
    {
        var isInCartography = CartographySchema.Contains(node.Kind);
        var isInJupiterOne = node.Kind is not (GraphNodeKind.Release or GraphNodeKind.AlertRule);
        return Edges(
            node.LastUpdated,
            (isInCartography, SentryRelationshipType.Resource, organization, node),
            (isInJupiterOne, SentryRelationshipType.Has, organization, node));
    }

    private IEnumerable<GraphEdge> OfProject(GraphNode node, SentryProject project)
    {
        if (!wanted.Wants(GraphNodeKind.Team))
        {
            return [];
        }

        var matters = wanted.Wants(SentryRelationshipType.HasTeam) || wanted.Wants(SentryRelationshipType.Assigned);
        return unknown
            .Resolve(node, project.TeamSlugs, _teams, matters)
            .SelectMany(team =>
                Edges(
                    project.LastUpdated,
                    (true, SentryRelationshipType.HasTeam, node, team),
                    (true, SentryRelationshipType.Assigned, team, node)));
    }

    private IEnumerable<GraphEdge> OfRule(GraphNode node, SentryAlertRule rule) =>
        wanted.Wants(GraphNodeKind.Project)
            ? unknown
                .Resolve(node, rule.ProjectSlugs, _projects, wanted.Wants(SentryRelationshipType.HasRule))
                .SelectMany(project => Edges(rule.LastUpdated, (true, SentryRelationshipType.HasRule, project, node)))
            : [];

    private IEnumerable<GraphEdge> OfMember(GraphNode node, SentryMember member)
    {
        var teams = wanted.WantsTeamMembers && Roster is { } roster ? TeamEdges(node, member, roster) : [];
        var hasRole = _roles.TryGetValue(member.Role ?? "", out var role);
        unknown.Note(node, isUnknown: !hasRole && wanted.Wants(GraphNodeKind.Role) && wanted.Wants(SentryRelationshipType.Assigned));
        return role is not null
            ? teams.Concat(Edges(member.LastUpdated, (true, SentryRelationshipType.Assigned, node, role)))
            : teams;
    }

    private IEnumerable<GraphEdge> TeamEdges(GraphNode node, SentryMember member, TeamRoster roster)
    {
        unknown.Note(node, isUnknown: !roster.IsComplete(member));
        foreach (var (team, isListed, isAdmin) in roster.TeamsOf(member))
        {
            unknown.Note(node, isUnknown: isAdmin is null);
            var edges = Edges(
                member.LastUpdated,
                (true, SentryRelationshipType.MemberOf, node, team),
                (isAdmin is true, SentryRelationshipType.AdminOf, node, team),
                (isListed || wanted.EffectiveAccess, SentryRelationshipType.Has, team, node));
            foreach (var edge in edges)
            {
                yield return edge;
            }
        }
    }

    private IEnumerable<GraphEdge> Edges(
        DateTimeOffset readAt, params (bool If, SentryRelationshipType Type, GraphNode From, GraphNode To)[] candidates) =>
        candidates.Where(edge => edge.If && wanted.Wants(edge.Type)).Select(edge => new GraphEdge(edge.Type, edge.From, edge.To, readAt));
}
