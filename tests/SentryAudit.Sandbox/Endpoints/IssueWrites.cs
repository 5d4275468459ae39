using System.Text.Json;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Events;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Issues, with <c>event:write</c>. <c>PUT issues/{id}/</c> {status, statusDetails, substatus, assignedTo, priority, …}: 200 with the row.
/// <c>PUT issues/?id=…&amp;id=…</c>: 200 with what was set, such as {"status":"resolved","statusDetails":{}}; ids nobody knows are passed
/// over, and 204 when none is left. Without any id it means every issue the query finds, at most 1000: is:unresolved when there is none.
/// status is resolved, unresolved, ignored, muted (ignored) or resolvedInNextRelease (resolved, {"inNextRelease":true}); ignored without
/// a substatus is archived_forever, or archived_until_condition_met with ignoreDuration and the like. assignedTo is user:ID, team:ID, an
/// address, or empty. 400 {"status":[""x" is not a valid choice."]}, {"assignedTo":["Could not parse actor. …"]}, and while membership is
/// closed {"assignedTo":["Cannot assign to a team without access to the project"]} or "Cannot assign to non-team member".
/// </summary>
internal static class IssueWrites
{
    private const int MostAtOnce = 1000;
    private static readonly string[] Writers = ["event:write", "event:admin"];
    private static readonly string[] Statuses = ["resolved", "unresolved", "ignored", "muted", "resolvedInNextRelease"];
    private static readonly string[] Archived = ["archived_until_escalating", "archived_until_condition_met", "archived_forever"];
    private static readonly string[] Open = ["ongoing", "new", "regressed", "escalating"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/issues/{issue}/", Writers, Update) { Method = "PUT" },
        new("organizations/{org}/issues/", Writers, UpdateMany) { Method = "PUT" },
    ];

    private static Answer Update(Exchange exchange)
    {
        var issue = IssueLookup.OfPath(exchange);
        Apply(exchange, [issue]);
        return Answer.Json(json => IssueJson.Write(json, issue, exchange));
    }

    private static Answer UpdateMany(Exchange exchange)
    {
        var ids = exchange.QueryAll("id");
        List<SandboxIssue> issues = ids.Count > 0
            ? [.. ids.Select(id => IssueLookup.ById(exchange.Organization, id)).OfType<SandboxIssue>().Distinct()]
            : [.. IssueSearch.Filter(exchange.Organization.Issues, exchange.Query("query")).Where(Wanted(exchange)).Take(MostAtOnce)];
        if (issues.Count == 0)
        {
            return Answer.Empty(204);
        }

        Apply(exchange, issues);
        return Answer.Json(json => WriteChange(json, exchange.Body, issues[0]));
    }

    private static Func<SandboxIssue, bool> Wanted(Exchange exchange)
    {
        var inProjects = Filters.Projects(exchange);
        return issue => inProjects(issue.Project);
    }

    private static void Apply(Exchange exchange, List<SandboxIssue> issues)
    {
        var body = exchange.Body;
        var status = body.Choice("status", Statuses);
        var substatus = body.Choice("substatus", [.. Archived, .. Open], nullable: true);
        var priority = body.Choice("priority", ["low", "medium", "high"]);
        var assignee = Actors.Read(exchange, "assignedTo");
        if (assignee is not null && !exchange.Organization.Settings.IsOn("openMembership"))
        {
            CheckAccess(exchange, assignee, issues);
        }

        body.ThrowIfWrong();
        foreach (var issue in issues)
        {
            issue.Priority = priority ?? issue.Priority;
            issue.AssignedTo = body.Has("assignedTo") ? assignee : issue.AssignedTo;
            if (status is not null)
            {
                SetStatus(issue, status, substatus, body.Raw("statusDetails"));
            }
        }
    }

    private static void CheckAccess(Exchange exchange, SandboxOwner assignee, List<SandboxIssue> issues)
    {
        var person = exchange.Organization.Members.Find(member => member.User?.Id == assignee.Id);
        if (assignee.Type is "team" && issues.Exists(issue => !issue.Project.Teams.Exists(team => team.Id == assignee.Id)))
        {
            exchange.Body.Mistake("assignedTo", "Cannot assign to a team without access to the project");
        }
        else if (assignee.Type is "user" && (person is null || issues.Exists(issue => !issue.Project.IsWorkedOnBy(person))))
        {
            exchange.Body.Mistake("assignedTo", "Cannot assign to non-team member");
        }
    }

    private static void SetStatus(SandboxIssue issue, string status, string? substatus, JsonElement? details)
    {
        var sent = details is { ValueKind: JsonValueKind.Object } some ? some.GetRawText() : "{}";
        (issue.Status, issue.StatusDetails) = status switch
        {
            "resolvedInNextRelease" => ("resolved", """{"inNextRelease":true}"""),
            "muted" => ("ignored", sent),
            _ => (status, sent),
        };
        issue.Substatus = issue.Status switch
        {
            "resolved" => null,
            "ignored" when Archived.Contains(substatus, StringComparer.Ordinal) => substatus,
            "ignored" => sent.Contains("\"ignore", StringComparison.Ordinal) ? Archived[1] : Archived[2],
            _ => Open.Contains(substatus, StringComparer.Ordinal) ? substatus : Open[0],
        };
    }

    private static void WriteChange(Utf8JsonWriter json, RequestBody body, SandboxIssue issue)
    {
        json.WriteStartObject();
        if (body.Has("status"))
        {
            json.WriteString("status", issue.Status);
            json.Raw("statusDetails", issue.StatusDetails ?? "{}");
            if (issue.Substatus is not null)
            {
                json.WriteString("substatus", issue.Substatus);
            }
        }

        if (body.Has("assignedTo"))
        {
            OwnerJson.Write(json, "assignedTo", issue.AssignedTo);
        }

        if (body.Has("priority"))
        {
            json.WriteString("priority", issue.Priority);
        }

        json.WriteEndObject();
    }
}
