using System.Globalization;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>The filters several lists share.</summary>
internal static class Filters
{
    /// <summary>
    /// <c>project=</c>, repeated: ids or slugs. Without it Sentry means the caller's own projects, and so does the sandbox for a
    /// person; <c>-1</c> means all.
    /// </summary>
    public static Func<SandboxProject, bool> Projects(Exchange exchange)
    {
        string[] wanted = [.. exchange.QueryAll("project"), .. exchange.QueryAll("projectSlug")];
        if (wanted.Length == 0 && exchange.Me is { } me)
        {
            return project => project.IsWorkedOnBy(me);
        }

        return wanted.Length == 0 || wanted.Contains("-1", StringComparer.Ordinal)
            ? static _ => true
            : project => wanted.Contains(project.Slug, StringComparer.Ordinal)
                || wanted.Contains(project.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary><c>environment=</c>, repeated. One the organization does not know is not found.</summary>
    public static IReadOnlyList<string> Environments(Exchange exchange)
    {
        var wanted = exchange.QueryAll("environment");
        string[] known = [.. exchange.Organization.Environments, .. exchange.Organization.HiddenEnvironments];
        return wanted.All(name => known.Contains(name, StringComparer.Ordinal))
            ? wanted
            : throw ApiError.NotFound();
    }

    /// <summary>The project of the path, by id or slug.</summary>
    public static SandboxProject PathProject(Exchange exchange)
    {
        var wanted = exchange.Route("project");
        return exchange.Organization.Projects.Find(project =>
                project.Slug == wanted || project.Id.ToString(CultureInfo.InvariantCulture) == wanted)
            ?? throw ApiError.NotFound();
    }

    /// <summary>The team of the path, by id or slug.</summary>
    public static SandboxTeam PathTeam(Exchange exchange)
    {
        var wanted = exchange.Route("team");
        return exchange.Organization.Teams.Find(team => team.Slug == wanted || team.Id == wanted) ?? throw ApiError.NotFound();
    }
}
