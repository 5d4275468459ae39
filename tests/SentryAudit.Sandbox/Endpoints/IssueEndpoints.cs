using System.Globalization;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Events;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Issues: the list of an organization, the deprecated one of a project, and one issue.</summary>
internal static class IssueEndpoints
{
    /// <summary>Sentry stops counting there.</summary>
    private const int MostHits = 1000;

    private static readonly string[] Periods = ["", "24h", "14d"];

    private static readonly Dictionary<string, Func<SandboxIssue, long>> Orders = new(StringComparer.Ordinal)
    {
        ["date"] = LastSeen,
        ["new"] = static issue => Milliseconds.Of(issue.FirstSeen),
        ["freq"] = static issue => issue.Count,
        ["user"] = static issue => issue.UserCount,
        ["trends"] = static issue => issue.Count % 97,
        ["inbox"] = LastSeen,
        ["recommended"] = static issue => issue.Count % 89,
    };

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/issues/", Scopes.Events, List),
        new("organizations/{org}/issues/{issue}/", Scopes.Events, Detail),
        new("projects/{org}/{project}/issues/", Scopes.Events, OfProject) { ReplacedBy = "sentry-api-0-organization-group-index" },
    ];

    private static long LastSeen(SandboxIssue issue) => Milliseconds.Of(issue.LastSeen);

    private static Answer List(Exchange exchange)
    {
        if (exchange.QueryIs("shortIdLookup", "1")
            && IssueLookup.ByShortId(exchange.Organization, exchange.Query("query") ?? "") is { } hit)
        {
            return Write(exchange, [hit], IssueJson.Write).With("X-Sentry-Direct-Hit", "1");
        }

        var inProjects = Filters.Projects(exchange);
        var environments = Filters.Environments(exchange);
        var window = TimeWindow.From(exchange);
        var found = IssueSearch.Filter(exchange.Organization.Issues, exchange.Query("query"));
        return Write(exchange, [
            .. found.Where(issue => inProjects(issue.Project)
                && (environments.Count == 0 || issue.Environments.Intersect(environments, StringComparer.Ordinal).Any())
                && window?.Overlaps(issue.FirstSeen, issue.LastSeen) is not false),
        ], IssueJson.Write);
    }

    /// <summary>The period shapes the curves only; it filters nothing.</summary>
    private static Answer OfProject(Exchange exchange)
    {
        var project = Filters.PathProject(exchange);
        return Periods.Contains(exchange.Query("statsPeriod") ?? "", StringComparer.Ordinal)
            ? Write(
                exchange,
                [.. IssueSearch.Filter(exchange.Organization.Issues, exchange.Query("query")).Where(issue => issue.Project == project)],
                IssueJson.WriteDeprecated)
            : throw ApiError.BadRequest("Invalid stats_period. Valid choices are '', '24h', and '14d'");
    }

    private static Answer Write(
        Exchange exchange, List<SandboxIssue> found, Action<System.Text.Json.Utf8JsonWriter, SandboxIssue, Exchange> write)
    {
        var sort = exchange.Query("sort") is { Length: > 0 } wanted ? wanted : "date";
        var keyOf = Orders.GetValueOrDefault(sort) ?? throw ApiError.BadRequest($"Invalid sort: {sort}");
        IReadOnlyList<SandboxIssue> sorted = keyOf == LastSeen ? found : [.. found.OrderByDescending(keyOf)];
        var page = new KeyPages<SandboxIssue>(keyOf).Page(sorted, static _ => true, exchange, PageSize.FromLimit(exchange));
        return (page with { Hits = Math.Min(found.Count, MostHits) })
            .Write(exchange, (json, issue) => write(json, issue, exchange))
            .With("X-Max-Hits", MostHits.ToString(CultureInfo.InvariantCulture));
    }

    private static Answer Detail(Exchange exchange)
    {
        var issue = IssueLookup.OfPath(exchange);
        return Answer.Json(json => IssueJson.WriteDetail(json, issue, exchange));
    }
}
