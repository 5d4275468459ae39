using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Client keys, below <c>projects/{org}/{project}/keys/</c>. GET <c>{id}/</c>: 200. POST {name, rateLimit:{count,window}}: 201.
/// PUT <c>{id}/</c> {name, isActive, rateLimit}: 200; a rate limit of null, or with a null in it, is taken away; an absent one stays.
/// DELETE <c>{id}/</c> needs <c>project:admin</c>: 204. 404.
/// 400 {"rateLimit":{"window":["Ensure this value is less than or equal to 86400."]}}.
/// </summary>
internal static class ProjectKeyWrites
{
    private const string Template = "projects/{org}/{project}/keys/{key}/";
    private const int Day = 24 * 60 * 60;
    private static readonly string[] Writers = ["project:write", "project:admin"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new(Template, Scopes.Projects, exchange => Write(exchange, Find(exchange), 200)),
        new("projects/{org}/{project}/keys/", Writers, Create) { Method = "POST" },
        new(Template, Writers, Update) { Method = "PUT" },
        new(Template, ["project:admin"], Delete) { Method = "DELETE" },
    ];

    public static SandboxProjectKey NewKey(Exchange exchange, SandboxProject project, string name)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(exchange.World.Estate.NextKey())));
        return new SandboxProjectKey
        {
            Public = digits[..32],
            Secret = digits[32..],
            Project = project,
            Name = name,
            DateCreated = exchange.Moment,
        };
    }

    private static SandboxProjectKey Find(Exchange exchange)
    {
        var (project, wanted) = (Filters.PathProject(exchange), exchange.Route("key"));
        return exchange.Organization.ProjectKeys.Find(key => key.Project == project && key.Public == wanted) ?? throw ApiError.NotFound();
    }

    private static Answer Create(Exchange exchange)
    {
        var (body, project) = (exchange.Body, Filters.PathProject(exchange));
        var name = body.Text("name", most: 64, blank: true, nullable: true);
        var limit = RateLimit(body);
        body.ThrowIfWrong();
        var key = NewKey(exchange, project, string.IsNullOrEmpty(name) ? "Quick Heron" : name);
        (key.RateLimitCount, key.RateLimitWindow) = (limit.Count ?? 0, limit.Window);
        exchange.Organization.ProjectKeys.Add(key);
        exchange.Note("projectkey.create", $"added project key {key.Public}");
        return Write(exchange, key, 201);
    }

    private static Answer Update(Exchange exchange)
    {
        var (body, key) = (exchange.Body, Find(exchange));
        var (name, active, limit) = (body.Text("name", most: 64, blank: true, nullable: true), body.Flag("isActive"), RateLimit(body));
        body.ThrowIfWrong();
        key.Name = string.IsNullOrEmpty(name) ? key.Name : name;
        key.IsActive = active ?? key.IsActive;
        if (body.Has("rateLimit"))
        {
            (key.RateLimitCount, key.RateLimitWindow) = (limit.Count ?? 0, limit.Window);
        }

        exchange.Note("projectkey.edit", $"edited project key {key.Public}");
        return Write(exchange, key, 200);
    }

    private static Answer Delete(Exchange exchange)
    {
        var key = Find(exchange);
        exchange.Organization.ProjectKeys.Remove(key);
        exchange.Note("projectkey.remove", $"removed project key {key.Public}");
        return Answer.Empty(204);
    }

    /// <summary>Half a limit is none.</summary>
    private static (int? Count, int? Window) RateLimit(RequestBody body)
    {
        if (body.Raw("rateLimit") is not { ValueKind: JsonValueKind.Object } sent)
        {
            return default;
        }

        var (count, window) = (Read(sent, "count"), Read(sent, "window"));
        ApiError.ThrowIf(window > Day, new ApiError(Answer.Text(
            400, """{"rateLimit":{"window":["Ensure this value is less than or equal to 86400."]}}""", "application/json")));
        return count is null || window is null ? default : (count, window);
    }

    private static int? Read(JsonElement limit, string name) =>
        limit.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;

    private static Answer Write(Exchange exchange, SandboxProjectKey key, int status) =>
        Answer.Json(json => ProjectKeyJson.Write(json, key, exchange.Organization), status);
}
