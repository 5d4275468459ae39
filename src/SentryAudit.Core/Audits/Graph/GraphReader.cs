using System.Runtime.CompilerServices;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Graph;

/// <summary>
/// Reads organizations as a graph. Teams, projects and the members of teams are kept in memory; members, alert rules and releases are
/// passed on one by one. A node comes before its edges.
/// </summary>
internal sealed class GraphReader(ISentrySource source, GraphSelection wanted)
{
    private readonly GraphNodeReader _nodes = new(source, wanted);

    /// <summary>The objects of the organization read last whose relationships are not all known, so that edges may be missing.</summary>
    public UnknownRelationships Unknown { get; private set; } = new();

    /// <exception cref="SentryException">Something could not be read completely.</exception>
    public async IAsyncEnumerable<GraphElement> ReadAsync(
        OrganizationHome home,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Unknown = new UnknownRelationships();
        var organization = GraphNodes.Of(await source.GetOrganizationAsync(home, cancellationToken).ConfigureAwait(false));
        yield return organization;

        var edges = new GraphEdges(wanted, organization, Unknown);
        var roles = wanted.WantsRoles
            ? await source.ReadRolesAsync(home, cancellationToken).ConfigureAwait(false)
            : new RoleCatalog([], openMembership: null);
        await foreach (var node in _nodes.ListKeptAsync(home, organization, roles, cancellationToken).ConfigureAwait(false))
        {
            edges.Keep(node);
            foreach (var element in edges.Of(node).Prepend<GraphElement>(node))
            {
                yield return element;
            }
        }

        edges.Roster = await ReadRosterAsync(home, edges.Teams, roles, cancellationToken).ConfigureAwait(false);
        await foreach (var node in _nodes.ListPassingAsync(home, organization, cancellationToken).ConfigureAwait(false))
        {
            foreach (var element in edges.Of(node).Prepend<GraphElement>(node))
            {
                yield return element;
            }
        }
    }

    private async Task<TeamRoster> ReadRosterAsync(
        OrganizationHome home,
        IReadOnlyDictionary<string, GraphNode> teams,
        RoleCatalog roles,
        CancellationToken cancellationToken)
    {
        var roster = new TeamRoster(teams, roles, wanted.EffectiveAccess);
        if (!wanted.WantsTeamMembers)
        {
            return roster;
        }

        var parts = source.ListTeamMembersAsync(home, teams.Keys.Order(StringComparer.Ordinal), roles, cancellationToken);
        await foreach (var part in parts.ConfigureAwait(false))
        {
            if (part.Fault is not null)
            {
                throw part.Fault;
            }

            if (part.Item is { } member)
            {
                roster.Add(part.Part, member.MemberId, member.TeamRole);
            }
        }

        return roster;
    }
}
