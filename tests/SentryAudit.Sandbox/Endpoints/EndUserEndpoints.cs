using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Events;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Who uses what is watched: people seen in events, and what they wrote.</summary>
internal static class EndUserEndpoints
{
    private static readonly KeyPages<SandboxUserReport> Reports = new(static report => Milliseconds.Of(report.DateCreated));

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("projects/{org}/{project}/users/", Scopes.Projects, Users) { Limit = new RateLimit(5, 60) { Shared = true } },
        new("projects/{org}/{project}/user-feedback/", Scopes.Projects, Feedback),
    ];

    /// <summary>A query needs a field, or nothing is found.</summary>
    private static Answer Users(Exchange exchange)
    {
        var users = EndUsers.Of(Filters.PathProject(exchange), exchange.World.Options.Seed);
        if (exchange.Query("query") is not { Length: > 0 } query)
        {
            return users.Page(exchange).Write(exchange, EndUserJson.Write);
        }

        if (query.Trim().Split(':', 2) is not [var field, var value])
        {
            return Answer.Text(200, "[]", "application/json");
        }

        Func<EndUser, string?> valueOf = field switch
        {
            "id" => static user => user.Id,
            "email" => static user => user.Email,
            "username" => static user => user.Username,
            "ip" => static user => user.IpAddress,
            _ => static _ => null,
        };
        return users.Where(user => valueOf(user) == value).ToList().Page(exchange).Write(exchange, EndUserJson.Write);
    }

    /// <summary>Unless a status is asked for, what belongs to an issue that is no longer unresolved is left out.</summary>
    private static Answer Feedback(Exchange exchange)
    {
        var project = Filters.PathProject(exchange);
        var status = exchange.Query("status") ?? "unresolved";
        if (status is not ("" or "unresolved"))
        {
            return Answer.Text(400, """{"status":"Invalid status choice"}""", "application/json");
        }

        return Reports.Page(
                exchange.Organization.UserReports,
                report => report.Project == project && (status.Length == 0 || report.Issue is null or { Status: "unresolved" }),
                exchange)
            .Write(exchange, (json, report) => UserReportJson.Write(json, report, exchange));
    }
}
