using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Events;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Events of an issue and of a project, newest first, and single events with all that is in them.</summary>
internal static class EventEndpoints
{
    private const string Gone = "Event not found. The event ID may be incorrect, or its age exceeded the retention limit.";

    private static readonly SearchQuery<SandboxEvent> Search = new(
        new(StringComparer.Ordinal)
        {
            ["id"] = static (row, value) => row.Id == value,
            ["level"] = static (row, value) => Match.Same(row.Issue.Level, value),
            ["environment"] = static (row, value) => Match.Same(row.Environment, value),
            ["release"] = static (row, value) => Match.Same(row.Issue.Project.LatestRelease, value),
        },
        static (row, text) => Match.Part(row.Issue.Title, text));

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/issues/{issue}/events/", Scopes.Events, OfIssue),
        new("organizations/{org}/issues/{issue}/events/{event}/", Scopes.Events, OneOfIssue),
        new("organizations/{org}/eventids/{event}/", Scopes.Organization, Locate),
        new("projects/{org}/{project}/events/", Scopes.Projects, OfProject),
        new("projects/{org}/{project}/events/{event}/", Scopes.Projects, OneOfProject),
    ];

    private static Answer OfIssue(Exchange exchange)
    {
        var environments = Filters.Environments(exchange);
        var found = Search.Filter(EventLists.Of(IssueLookup.OfPath(exchange), exchange), exchange.Query("query"));
        return Write(exchange, environments.Count == 0
            ? found
            : [.. found.Where(row => environments.Contains(row.Environment, StringComparer.Ordinal))]);
    }

    private static Answer OfProject(Exchange exchange) => Write(exchange, EventLists.Of(Filters.PathProject(exchange), exchange));

    private static Answer Write(Exchange exchange, IReadOnlyList<SandboxEvent> found)
    {
        var rows = TimeWindow.From(exchange) is { } window ? [.. found.Where(row => window.Contains(row.Date))] : found;
        var page = RowPages.Page(rows, exchange);
        return exchange.Query("full") is "1" or "true"
            ? page.Write(exchange, EventDetailJson.WriteRow)
            : page.Write(exchange, EventJson.Write);
    }

    private static Answer OneOfIssue(Exchange exchange)
    {
        var issue = IssueLookup.OfPath(exchange);
        var events = EventLists.Of(issue, exchange);
        var wanted = exchange.Route("event");
        return WriteOne(exchange, wanted switch
        {
            "latest" or "recommended" => events.Count > 0 ? events[0] : null,
            "oldest" => events.Count > 0 ? events[^1] : null,
            _ => EventLists.Find(wanted, exchange) is { } found && found.Issue == issue ? found : null,
        }, Gone);
    }

    /// <summary>Where an event is that is known by its id alone.</summary>
    private static Answer Locate(Exchange exchange)
    {
        var found = EventLists.Find(exchange.Route("event"), exchange) ?? throw ApiError.NotFound();
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("organizationSlug", exchange.Organization.Slug);
            json.WriteString("projectSlug", found.Issue.Project.Slug);
            json.WriteString("groupId", found.Issue.Id);
            json.WriteString("eventId", found.Id);
            json.WritePropertyName("event");
            EventDetailJson.Write(json, found, exchange.Organization);
            json.WriteEndObject();
        });
    }

    private static Answer OneOfProject(Exchange exchange)
    {
        var project = Filters.PathProject(exchange);
        var found = EventLists.Find(exchange.Route("event"), exchange);
        return WriteOne(exchange, found?.Issue.Project == project ? found : null, "Event not found");
    }

    private static Answer WriteOne(Exchange exchange, SandboxEvent? found, string missing) => found is null
        ? Answer.Detail(404, missing)
        : Answer.Json(json => EventDetailJson.Write(json, found, exchange.Organization));
}
