using System.Globalization;
using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Json;

/// <summary>An issue: the row of the list, the row of the project's deprecated list, and the single view. The count is text.</summary>
internal static class IssueJson
{
    public static void Write(Utf8JsonWriter json, SandboxIssue issue, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFields(json, issue, exchange);
        IssueExtrasJson.WriteCollapsible(json, issue, exchange);
        IssueExtrasJson.WriteExpanded(json, issue, exchange);
        json.WriteEndObject();
    }

    /// <summary>The row of the deprecated list: annotations are markup, and nothing can be left out or added.</summary>
    public static void WriteDeprecated(Utf8JsonWriter json, SandboxIssue issue, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFields(json, issue, exchange, oldAnnotations: true);
        IssueExtrasJson.WriteStats(json, issue, exchange, exchange.Query("statsPeriod") is { Length: > 0 } period ? period : "24h");
        json.WriteEndObject();
    }

    public static void WriteDetail(Utf8JsonWriter json, SandboxIssue issue, Exchange exchange)
    {
        json.WriteStartObject();
        WriteFields(json, issue, exchange);
        IssueExtrasJson.WriteStats(json, issue, exchange, "24h", "30d");
        IssueExtrasJson.WriteExpanded(json, issue, exchange);
        IssueHistoryJson.Write(json, issue, exchange.World.Estate.Owner);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, SandboxIssue issue, Exchange exchange, bool oldAnnotations = false)
    {
        json.WriteString("id", issue.Id);
        json.WriteNull("shareId");
        json.WriteString("shortId", issue.ShortId);
        json.WriteString("title", issue.Title);
        json.WriteString("culprit", issue.Culprit);
        var pages = $"{exchange.World.Addresses.HostOf(null)}/organizations/{exchange.Organization.Slug}";
        json.WriteString("permalink", $"{pages}/issues/{issue.Id}/");
        json.WriteString("logger", issue.Kind.Logger);
        json.WriteString("level", issue.Level);
        json.WriteString("status", issue.Status);
        IssueExtrasJson.WriteStatusDetails(json, issue, exchange.World.Estate.Owner);
        json.WriteString("substatus", issue.Substatus);
        json.WriteBoolean("isPublic", value: false);
        json.WriteString("platform", PlatformOf(issue.Project));
        json.WriteString("priority", issue.Priority);
        json.WriteNull("priorityLockedAt");
        json.WriteNull("seerFixabilityScore");
        json.WriteNull("seerAutofixLastTriggered");
        json.WriteNull("seerExplorerAutofixLastTriggered");
        json.WriteStartObject("project");
        json.WriteString("id", issue.Project.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("name", issue.Project.Name);
        json.WriteString("slug", issue.Project.Slug);
        json.WriteString("platform", issue.Project.Platform);
        json.WriteEndObject();
        json.WriteString("type", issue.Kind.Type);
        json.WriteString("issueType", issue.Kind.IssueType);
        json.WriteString("issueCategory", issue.Kind.Category);
        json.Raw("metadata", issue.Kind.Metadata);
        json.WriteNumber("numComments", issue.UserCount % 3);
        OwnerJson.Write(json, "assignedTo", issue.AssignedTo);
        json.Flags(false, "isBookmarked", "isSubscribed");
        json.WriteNull("subscriptionDetails");
        json.WriteBoolean("hasSeen", issue.UserCount % 2 == 0);
        WriteAnnotations(json, issue, oldAnnotations);
        json.WriteBoolean("isUnhandled", issue.Kind.Unhandled);
        json.WriteString("count", issue.Count.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("userCount", issue.UserCount);
        json.Date("firstSeen", issue.FirstSeen);
        json.Date("lastSeen", issue.LastSeen);
    }

    /// <summary>The platform of events: that of the project without its framework.</summary>
    public static string? PlatformOf(SandboxProject project) =>
        string.IsNullOrEmpty(project.Platform) ? null : project.Platform.Split('-')[0];

    private static void WriteAnnotations(Utf8JsonWriter json, SandboxIssue issue, bool old)
    {
        var ticket = issue.UserCount % 5 == 1;
        json.Raw("annotations", (ticket, old) switch
        {
            (true, true) => """["<a href=\"https://tracker.example/OPS-7\">OPS-7</a>"]""",
            (true, false) => """[{"displayName":"OPS-7","url":"https://tracker.example/OPS-7"}]""",
            _ => "[]",
        });
    }
}
