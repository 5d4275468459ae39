using System.Globalization;
using System.Text.Json.Nodes;

namespace SentryAudit.Requests;

/// <summary>A change of an issue. Null leaves a property unchanged.</summary>
internal sealed record IssueChange
{
    /// <summary><c>resolved</c>, <c>unresolved</c> or <c>ignored</c>.</summary>
    public string? Status { get; init; }

    /// <summary>How resolving or ignoring is limited, for example <c>archived_until_escalating</c>.</summary>
    public string? Substatus { get; init; }

    public bool IsInNextRelease { get; init; }

    public TimeSpan? IgnoredFor { get; init; }

    public string? Priority { get; init; }

    /// <summary>The assignee in the form in which issues show it, <c>user:mail</c> or <c>team:slug</c>; empty for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>The assignee in the form that Sentry expects, an address or for example <c>team:45</c>; empty for nobody.</summary>
    public string? Actor { get; init; }

    public bool IsEmpty => Status is null && Priority is null && Assignee is null;

    /// <summary>
    /// The change as a sentence; null if the issue has all of it already. Sentry does not show the condition of a status, so a change with
    /// a condition is always made.
    /// </summary>
    public string? Describe(SentryIssue issue)
    {
        var condition = IsInNextRelease ? " in the next release"
            : Substatus is "archived_until_escalating" ? " until it escalates"
            : IgnoredFor is { } time ? string.Create(CultureInfo.InvariantCulture, $" for {time.TotalMinutes:0} minutes")
            : "";
        return PropertyChange.Describe(
            condition is "" && issue.Status == Status
                ? Differences(issue, condition).Concat(SubstatusDifferences(issue))
                : Differences(issue, condition));
    }

    /// <summary>The parts of the change that the issue does not have.</summary>
    public IEnumerable<PropertyChange> Missing(SentryIssue issue) =>
        Differences(issue, "").Concat(SubstatusDifferences(issue)).Where(change => change.IsReal);

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
    private IEnumerable<PropertyChange> SubstatusDifferences(SentryIssue issue)
    {
        if (Status is "ignored" && issue.Substatus is not null)
        {
            var substatus = Substatus ?? (IgnoredFor is null ? "archived_forever" : "archived_until_condition_met");
            yield return new PropertyChange("substatus", issue.Substatus, substatus);
        }
    }

    private IEnumerable<PropertyChange> Differences(SentryIssue issue, string condition)
    {
        if (Status is not null)
        {
            yield return new PropertyChange("status", issue.Status, Status + condition);
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
