using System.Globalization;
using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>What is to become of an issue; null leaves it as it is.</summary>
internal sealed record IssueChange
{
    /// <summary><c>resolved</c>, <c>unresolved</c> or <c>ignored</c>.</summary>
    public string? Status { get; init; }

    /// <summary>How resolving or ignoring is limited, as <c>archived_until_escalating</c>.</summary>
    public string? Substatus { get; init; }

    public bool IsInNextRelease { get; init; }

    public TimeSpan? IgnoredFor { get; init; }

    public string? Priority { get; init; }

    /// <summary>As issues show it: <c>user:mail</c> or <c>team:slug</c>; empty for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>The assignee as Sentry wants it: an address or <c>team:45</c>; empty for nobody.</summary>
    public string? Actor { get; init; }

    public bool IsEmpty => Status is null && Priority is null && Assignee is null;

    /// <summary>Null when the issue is so already. A condition is no part of the issue that Sentry lists, so one is always set anew.</summary>
    public string? Describe(SentryIssue issue)
    {
        var how = IsInNextRelease ? " in the next release"
            : Substatus is "archived_until_escalating" ? " until it escalates"
            : IgnoredFor is { } time ? string.Create(CultureInfo.InvariantCulture, $" for {time.TotalMinutes:0} minutes")
            : "";
        return PropertyChange.Describe(
            how is "" && issue.Status == Status ? Differences(issue, how).Concat(ArchivedAs(issue)) : Differences(issue, how));
    }

    /// <summary>What of it the issue does not show.</summary>
    public IEnumerable<PropertyChange> Missing(SentryIssue issue) =>
        Differences(issue, "").Concat(ArchivedAs(issue)).Where(change => change.IsReal);

    public JsonObject ToBody()
    {
        var body = new JsonObject();
        if (Status is not null)
        {
            body["status"] = Status;
            body["statusDetails"] = IsInNextRelease ? new JsonObject { ["inNextRelease"] = true }
                : IgnoredFor is { } time ? new JsonObject { ["ignoreDuration"] = (long)time.TotalMinutes }
                : new JsonObject();
            if (Substatus is not null)
            {
                body["substatus"] = Substatus;
            }
        }

        if (Priority is not null)
        {
            body["priority"] = Priority;
        }

        if (Assignee is not null)
        {
            body["assignedTo"] = Actor;
        }

        return body;
    }

    // An older Sentry has no substatus to compare with.
    private PropertyChange[] ArchivedAs(SentryIssue issue) =>
        Status is "ignored" && issue.Substatus is not null
            ?
            [
                new PropertyChange(
                    "substatus",
                    issue.Substatus,
                    Substatus ?? (IgnoredFor is null ? "archived_forever" : "archived_until_condition_met")),
            ]
            : [];

    private IEnumerable<PropertyChange> Differences(SentryIssue issue, string how)
    {
        if (Status is not null)
        {
            yield return new PropertyChange("status", issue.Status, Status + how);
        }

        if (Priority is not null)
        {
            yield return new PropertyChange("priority", issue.Priority, Priority);
        }

        if (Assignee is not null)
        {
            yield return new PropertyChange(
                "assignee",
                issue.Assignee?.ToLowerInvariant(),
                Assignee is "" ? null : Assignee.ToLowerInvariant());
        }
    }
}
