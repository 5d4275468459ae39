using System.Globalization;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Releases, with <c>project:write</c>, <c>project:releases</c> or <c>org:ci</c>.
/// <c>POST releases/</c> {version*, projects*, ref, url, dateReleased, status}: 201, or 208 for one that exists, which is updated.
/// 400 {"projects":["Invalid project ids or slugs"]}.
/// <c>PUT releases/{version}/</c> {ref, url, dateReleased, status: open|archived}: 200; 400 {"status":["Invalid status x"]},
/// {"dateReleased":["Datetime has wrong format. …"]}; 404. An archived release leaves the default list.
/// <c>POST releases/{version}/deploys/</c> {environment*, name, url, dateStarted, dateFinished, projects}: 201 with the deploy, the newest
/// from then on; finished now unless it says when. 400 {"environment":["This field is required."]}. Releases leave no audit entries.
/// </summary>
internal static class ReleaseWrites
{
    private static readonly string[] Writers = ["project:write", "project:admin", "project:releases", "org:ci"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/releases/", Writers, Create) { Method = "POST" },
        new("organizations/{org}/releases/{version}/", Writers, Update) { Method = "PUT" },
        new("organizations/{org}/releases/{version}/deploys/", Writers, Deploy) { Method = "POST" },
    ];

    private static Answer Create(Exchange exchange)
    {
        var (body, organization) = (exchange.Body, exchange.Organization);
        var version = body.Text("version", required: true, most: 250);
        var projects = Projects(body, organization, required: true);
        var change = Change(body);
        body.ThrowIfWrong();
        var release = organization.Releases.Find(known => known.Version == version);
        var status = release is null ? 201 : 208;
        if (release is null)
        {
            release = new SandboxRelease
            {
                Id = exchange.World.Estate.NextId(),
                Version = version!,
                // The list is newest first, also on a clock that is behind the day of the seed.
                DateCreated = organization.Releases is [{ DateCreated: var newest }, ..] && newest >= exchange.Moment
                    ? newest.AddMilliseconds(1)
                    : exchange.Moment,
                Projects = projects,
            };
            organization.Releases.Insert(0, release);
            projects.ForEach(project => project.LatestRelease = version);
        }

        change(release);
        return Answer.Json(json => ReleaseJson.Write(json, release), status);
    }

    private static List<SandboxProject> Projects(RequestBody body, SandboxOrganization organization, bool required)
    {
        var wanted = body.Texts("projects", required) ?? [];
        var found = organization.Projects.FindAll(project => wanted.Contains(project.Slug, StringComparer.Ordinal)
            || wanted.Contains(project.Id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal));
        if (body.Has("projects") && (found.Count == 0 || found.Count != wanted.Count))
        {
            body.Mistake("projects", "Invalid project ids or slugs");
        }

        return found;
    }

    private static Action<SandboxRelease> Change(RequestBody body)
    {
        var (reference, url, released) = (
            body.Text("ref", most: 250, nullable: true),
            body.Text("url", nullable: true),
            body.Date("dateReleased"));
        var status = body.Text("status", nullable: true);
        if (status is not (null or "open" or "archived"))
        {
            body.Mistake("status", $"Invalid status {status}");
        }

        return release =>
        {
            (release.Ref, release.Url) = (reference ?? release.Ref, url ?? release.Url);
            (release.DateReleased, release.Status) = (released ?? release.DateReleased, status ?? release.Status);
        };
    }

    private static Answer Update(Exchange exchange)
    {
        var release = ReleaseEndpoints.Find(exchange);
        var change = Change(exchange.Body);
        exchange.Body.ThrowIfWrong();
        change(release);
        return Answer.Json(json => ReleaseJson.Write(json, release));
    }

    private static Answer Deploy(Exchange exchange)
    {
        var (body, release) = (exchange.Body, ReleaseEndpoints.Find(exchange));
        var (environment, name) = (
            body.Text("environment", required: true, most: 64),
            body.Text("name", most: 64, blank: true, nullable: true));
        var url = body.Text("url", blank: true, nullable: true);
        var (started, finished) = (body.Date("dateStarted"), body.Date("dateFinished"));
        Projects(body, exchange.Organization, required: false);
        body.ThrowIfWrong();
        var deploy = new SandboxDeploy(exchange.World.Estate.NextKey(), environment!, started, finished ?? exchange.Moment, name, url);
        release.Deploys = [deploy, .. release.Deploys];
        release.Environments = release.Environments.Contains(environment, StringComparer.Ordinal)
            ? release.Environments
            : [.. release.Environments, environment!];
        return Answer.Json(json => ReleaseJson.WriteDeploy(json, deploy), 201);
    }
}
