using System.Runtime.CompilerServices;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Graph;

/// <summary>Lists the objects of an organization as nodes, as far as their kinds are wanted.</summary>
internal sealed class GraphNodeReader(ISentrySource source, GraphSelection wanted)
{
    /// <summary>The nodes that edges of other nodes lead to: Sentry itself, roles, teams and projects.</summary>
    public async IAsyncEnumerable<GraphNode> ListKeptAsync(
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

        var teams = List(GraphNodeKind.Team, () => source.ListTeamsAsync(home, [], cancellationToken));
        await foreach (var team in teams.ConfigureAwait(false))
        {
            yield return GraphNodes.Of(team);
        }

        var projects = List(GraphNodeKind.Project, () => source.ListProjectsAsync(home, [], [], cancellationToken));
        await foreach (var project in projects.ConfigureAwait(false))
        {
            yield return GraphNodes.Of(project);
        }
    }

    /// <summary>The nodes that no edge of a later node leads to: members, alert rules, releases and repositories.</summary>
    public async IAsyncEnumerable<GraphNode> ListPassingAsync(
        OrganizationHome home, GraphNode organization, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var members = List(GraphNodeKind.Member, () => source.ListMembersAsync(home, [], teams: null, cancellationToken));
        await foreach (var member in members.ConfigureAwait(false))
        {
            yield return GraphNodes.Of(member);
        }

        var rules = List(
            GraphNodeKind.AlertRule,
            () => source.ListAlertRulesAsync(home, SentryAlertRuleKind.Issue, projects: null, cancellationToken));
        await foreach (var rule in rules.ConfigureAwait(false))
        {
            yield return GraphNodes.Of(rule);
        }

        var releases = List(GraphNodeKind.Release, () => source.ListReleasesAsync(home, ReleaseFilter.None, cancellationToken));
        await foreach (var release in releases.ConfigureAwait(false))
        {
            yield return GraphNodes.Of(release, organization);
        }

        var repositories = List(GraphNodeKind.Repository, () => source.ListRepositoriesAsync(home, cancellationToken));
        await foreach (var repository in repositories.ConfigureAwait(false))
        {
            yield return GraphNodes.Of(repository);
        }
    }

    private IAsyncEnumerable<T> List<T>(GraphNodeKind kind, Func<IAsyncEnumerable<T>> list) => wanted.Wants(kind) ? list() : Nothing<T>();

    private static async IAsyncEnumerable<T> Nothing<T>()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield break;
    }
}
