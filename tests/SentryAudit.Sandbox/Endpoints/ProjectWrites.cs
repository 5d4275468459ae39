using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Projects. <c>POST teams/{org}/{team}/projects/</c> {name*, slug, platform}: 201 with the row of the list; 400 {"name":["This field is
/// required."]}; 409 {"detail":"A project with this slug already exists."}. It comes with a key and two detectors.
/// <c>PUT projects/{org}/{project}/</c> {name, slug, platform, isBookmarked, settings}: 200 with the detail. An empty name, slug or
/// platform changes nothing. 400 {"slug":["Another project (x) is already using that slug"]}; 403 without <c>project:write</c>, except
/// for the bookmark. The old slug answers 302 with Location and {"slug","detail":{"code":"resource-moved",…}} from then on.
/// <c>DELETE projects/{org}/{project}/</c>: 204; it is pending deletion, in no list, and 404.
/// </summary>
internal static class ProjectWrites
{
    public static readonly string[] Writers = ["project:write", "project:admin"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("teams/{org}/{team}/projects/", Writers, Create) { Method = "POST" },
        new("projects/{org}/{project}/", ["project:read", .. Writers], Update) { Method = "PUT" },
        new("projects/{org}/{project}/", ["project:admin"], Delete) { Method = "DELETE" },
    ];

    private static Answer Create(Exchange exchange)
    {
        var (body, organization, team) = (exchange.Body, exchange.Organization, Filters.PathTeam(exchange));
        var (name, slug) = (body.Text("name", required: true, most: 50), Slugs.Read(body, most: 100, nullable: true));
        var platform = Platform(body);
        body.Flag("default_rules");
        body.ThrowIfWrong();
        if (organization.Projects.Exists(other => other.Slug == slug))
        {
            return Answer.Detail(409, "A project with this slug already exists.");
        }

        var id = exchange.World.Estate.NextId();
        var project = new SandboxProject
        {
            Id = id,
            Slug = slug
                ?? (organization.Projects.Exists(other => other.Slug == Slugs.Of(name!)) ? $"{Slugs.Of(name!)}-{id}" : Slugs.Of(name!)),
            Name = name!,
            Platform = platform,
            DateCreated = exchange.Moment,
            Teams = { team },
        };
        organization.Projects.Add(project);
        organization.ProjectKeys.Add(ProjectKeyWrites.NewKey(exchange, project, "Default"));
        foreach (var (type, title) in new[] { ("error", "Error Monitor"), ("issue_stream", "Issue Stream") })
        {
            organization.Detectors.Add(new SandboxDetector
            {
                Id = exchange.World.Estate.NextKey(),
                Name = title,
                Type = type,
                Project = project,
                DateCreated = exchange.Moment,
                DateUpdated = exchange.Moment,
            });
        }

        Note(exchange, project, "project.create", $"created project {project.Slug}");
        return Answer.Json(json => ProjectJson.Write(json, project, exchange), 201);
    }

    private static string? Platform(RequestBody body)
    {
        var platform = body.Text("platform", blank: true, nullable: true);
        if (platform?.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-') is false)
        {
            body.Mistake("platform", "Invalid platform");
        }

        return platform;
    }

    private static Answer Update(Exchange exchange)
    {
        var (body, organization, project) = (exchange.Body, exchange.Organization, Filters.PathProject(exchange));
        var (name, slug, platform) = (body.Text("name", most: 200), Slugs.Read(body, most: 100), Platform(body));
        var settings = SettingsJson.Read(body, project.Settings);
        var bookmark = body.Flag("isBookmarked");
        if (organization.Projects.Find(other => other != project && other.Slug == slug) is { } rival)
        {
            body.Mistake("slug", $"Another project ({rival.Name}) is already using that slug");
        }

        body.ThrowIfWrong();
        ApiError.ThrowIf(
            !exchange.CanAny(Writers) && (settings.Count > 0 || body.HasAny("name", "slug", "platform")), ApiError.Forbidden());
        Dictionary<string, object?>? moved = null;
        if (slug is not null && slug != project.Slug)
        {
            moved = new(StringComparer.Ordinal) { ["old_slug"] = project.Slug, ["new_slug"] = slug };
            organization.MovedProjects[project.Slug] = project;
            project.Slug = slug;
        }

        project.Name = name ?? project.Name;
        project.Platform = string.IsNullOrEmpty(platform) ? project.Platform : platform;
        project.IsBookmarked = bookmark ?? project.IsBookmarked;
        foreach (var (key, value) in settings)
        {
            project.Settings[key] = value;
        }

        var note = moved is null
            ? $"edited project settings of {project.Slug}"
            : $"renamed project slug from {moved["old_slug"]} to {slug}";
        Note(exchange, project, "project.edit", note, moved);
        return Answer.Json(json => ProjectDetailJson.Write(json, project, exchange));
    }

    private static Answer Delete(Exchange exchange)
    {
        var (organization, project) = (exchange.Organization, Filters.PathProject(exchange));
        Note(exchange, project, "project.remove", $"removed project {project.Slug}");
        project.Status = "pending_deletion";
        organization.Projects.Remove(project);
        organization.ProjectKeys.RemoveAll(key => key.Project == project);
        organization.IssueRules.RemoveAll(rule => rule.Project == project);
        organization.MetricRules.RemoveAll(rule => rule.Project == project);
        organization.CronMonitors.RemoveAll(monitor => monitor.Project == project);
        organization.Detectors.RemoveAll(detector => detector.Project == project);
        organization.Workflows.ForEach(workflow => workflow.Detectors.RemoveAll(detector => detector.Project == project));
        return Answer.Empty(204);
    }

    public static void Note(
        Exchange exchange, SandboxProject project, string action, string note, Dictionary<string, object?>? data = null) =>
        exchange.Note(action, note, project.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), data: data);
}
