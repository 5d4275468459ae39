using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Teams. <c>POST organizations/{org}/teams/</c> {slug or name}: 201; the caller is on it at once. 400 {"non_field_errors":["Name or slug
/// is required"]}, {"slug":[…]}; 409 {"non_field_errors":[…],"detail":"A team with this slug already exists."}.
/// <c>PUT teams/{org}/{team}/</c> {slug, name}: 200; 400 {"slug":["The slug "x" is already in use."]}; the old slug is 404 from then on.
/// <c>DELETE teams/{org}/{team}/</c>: 204, and 404 from then on; its slug is free, its projects have one team less.
/// 403 {"detail":"This team is managed through your organization's identity provider."} for both.
/// </summary>
internal static class TeamWrites
{
    private const string Taken = "A team with this slug already exists.";

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/teams/", ["org:write", "org:admin", "team:write"], Create) { Method = "POST" },
        new("teams/{org}/{team}/", ["team:write", "team:admin"], Update) { Method = "PUT" },
        new("teams/{org}/{team}/", ["team:admin"], Delete) { Method = "DELETE" },
    ];

    public static ApiError OfIdentityProvider() =>
        ApiError.Forbidden("This team is managed through your organization's identity provider.");

    private static Answer Create(Exchange exchange)
    {
        var (body, teams) = (exchange.Body, exchange.Organization.Teams);
        var (slug, name) = (Slugs.Read(body, most: 50, nullable: true), body.Text("name", most: 64, blank: true, nullable: true));
        body.ThrowIfWrong();
        ApiError.ThrowIf(
            string.IsNullOrEmpty(slug) && string.IsNullOrEmpty(name), ApiError.Invalid("non_field_errors", "Name or slug is required"));
        if (slug is not null && teams.Exists(team => team.Slug == slug))
        {
            return Answer.Text(409, $$"""{"non_field_errors":["{{Taken}}"],"detail":"{{Taken}}"}""", "application/json");
        }

        var id = exchange.World.Estate.NextKey();
        // Two teams may have one name: a slug made of it must still be free.
        slug ??= Slugs.Of(name!) is var made && teams.Exists(team => team.Slug == made) ? $"{made}-{id}" : made;
        var created = new SandboxTeam
        {
            Id = id,
            Slug = slug,
            Name = string.IsNullOrEmpty(name) ? slug : name,
            DateCreated = exchange.Moment,
        };
        teams.Add(created);
        if (exchange.Me is { } me)
        {
            TeamAssignments.Join(exchange, me, created, role: null);
        }

        exchange.Note("team.create", $"created team {slug}", id);
        return Write(exchange, created, 201);
    }

    private static Answer Update(Exchange exchange)
    {
        var (body, team) = (exchange.Body, Filters.PathTeam(exchange));
        ApiError.ThrowIf(team.IdpProvisioned, OfIdentityProvider());
        var (slug, name) = (Slugs.Read(body, most: 50), body.Text("name", most: 64));
        if (exchange.Organization.Teams.Exists(other => other != team && other.Slug == slug))
        {
            body.Mistake("slug", $"The slug \"{slug}\" is already in use.");
        }

        body.ThrowIfWrong();
        (team.Slug, team.Name) = (slug ?? team.Slug, name ?? team.Name);
        exchange.Note("team.edit", $"edited team {team.Slug}", team.Id);
        return Write(exchange, team, 200);
    }

    private static Answer Delete(Exchange exchange)
    {
        var (organization, team) = (exchange.Organization, Filters.PathTeam(exchange));
        ApiError.ThrowIf(team.IdpProvisioned, OfIdentityProvider());
        organization.Teams.Remove(team);
        organization.Projects.ForEach(project => project.Teams.Remove(team));
        organization.AccessRequests.RemoveAll(request => request.Team == team);
        organization.Workflows.FindAll(workflow => workflow.Owner == "team:" + team.Id).ForEach(static workflow => workflow.Owner = null);
        organization.Detectors.FindAll(detector => detector.Owner is { Type: "team" } owner && owner.Id == team.Id)
            .ForEach(static detector => detector.Owner = null);
        exchange.Note("team.remove", $"removed team {team.Slug}", team.Id);
        return Answer.Empty(204);
    }

    private static Answer Write(Exchange exchange, SandboxTeam team, int status) =>
        Answer.Json(json => TeamJson.Write(json, team, exchange, withProjects: false), status);
}
