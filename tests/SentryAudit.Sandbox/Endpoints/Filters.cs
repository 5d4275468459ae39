using System.Globalization;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>The filters several lists share.</summary>
internal static class Filters
{
    /// <summary>
    /// <c>project=</c>, repeated: ids or slugs. Without it Sentry means the caller's own projects, and so does the sandbox for a
    /// person; <c>-1</c> means all within reach. One out of reach is refused, and all others with it.
    /// </summary>
    public static Func<SandboxProject, bool> Projects(Exchange exchange)
    {
        string[] wanted = [.. exchange.QueryAll("project"), .. exchange.QueryAll("projectSlug")];
        if (wanted.Length == 0 && exchange.Me is { } me)
        {
            return project => project.Status is "active" && project.IsWorkedOnBy(me);
        }

        if (wanted.Length == 0 || wanted.Contains("-1", StringComparer.Ordinal))
        {
            return project => project.Status is "active" && exchange.Reaches(project);
        }

        bool IsWanted(SandboxProject project) => project.Status is "active" && (wanted.Contains(project.Slug, StringComparer.Ordinal)
            || wanted.Contains(project.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal));
        ApiError.ThrowIf(
            exchange.Organization.Projects.Exists(project => IsWanted(project) && !exchange.Reaches(project)), ApiError.Forbidden());
        return IsWanted;
    }

    /// <summary>Whether some project of the request is within reach: some lists are empty and have no Link header if none is.</summary>
    public static bool AnyProject(Exchange exchange, Func<SandboxProject, bool> inProjects) =>
        exchange.Organization.Projects.Exists(project => inProjects(project));

    /// <summary><c>environment=</c>, repeated. One the organization does not know is not found.</summary>
    public static IReadOnlyList<string> Environments(Exchange exchange)
    {
        var wanted = exchange.QueryAll("environment");
        string[] known = [.. exchange.Organization.Environments, .. exchange.Organization.HiddenEnvironments];
        return wanted.All(name => known.Contains(name, StringComparer.Ordinal))
            ? wanted
            : throw ApiError.NotFound();
    }

    /// <summary>The project of the path, by id or slug. A request by an earlier slug is redirected.</summary>
    public static SandboxProject PathProject(Exchange exchange)
    {
        var wanted = exchange.Route("project");
        var found = exchange.Organization.Projects.Find(project =>
            project.Slug == wanted || project.Id.ToString(CultureInfo.InvariantCulture) == wanted);
        return found is not null
            ? exchange.Checked(found)
            : throw (exchange.Organization.MovedProjects.TryGetValue(wanted, out var moved) && moved.Status is "active"
                ? ProjectMoved(exchange, moved)
                : ApiError.NotFound());
    }

    /// <summary>The team of the path, by id or slug. Anybody may ask to be put on a team, so memberships check for themselves.</summary>
    public static SandboxTeam PathTeam(Exchange exchange)
    {
        var wanted = exchange.Route("team");
        var team = exchange.Organization.Teams.Find(team => team.Slug == wanted || team.Id == wanted) ?? throw ApiError.NotFound();
        return exchange.Endpoint.Template.StartsWith("teams/", StringComparison.Ordinal) ? exchange.Checked(team) : team;
    }

    /// <summary>The member of the path, by id, or the caller.</summary>
    public static SandboxMember PathMember(Exchange exchange)
    {
        var wanted = exchange.Route("member");
        return (wanted is "me" ? exchange.Me : exchange.Organization.Members.Find(member => member.Id == wanted))
            ?? throw ApiError.NotFound();
    }

    /// <summary>A redirect with a body. Its address has no host.</summary>
    private static ApiError ProjectMoved(Exchange exchange, SandboxProject project)
    {
        var place = exchange.Target.Replace(
            $"/{exchange.Route("org")}/{exchange.Route("project")}/",
            $"/{exchange.Route("org")}/{project.Slug}/",
            StringComparison.Ordinal);
        return new ApiError(
            Answer
                .Json(
                    json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("slug", project.Slug);
                        json.WriteStartObject("detail");
                        json.WriteString("code", "resource-moved");
                        json.WriteString("message", "Resource has been moved");
                        json.WriteStartObject("extra");
                        json.WriteString("url", place);
                        json.WriteString("slug", project.Slug);
                        json.WriteEndObject();
                        json.WriteEndObject();
                        json.WriteEndObject();
                    },
                    302)
                .With("Location", place));
    }
}
