using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Searching;

/// <summary>
/// The search for issues. Unlike other searches, every value of a key must match. What no key names is a tag, and no issue here has
/// tags, so it finds nothing. An issue was seen in the latest release of its project, and in no other.
/// </summary>
internal static class IssueSearch
{
    private static readonly Dictionary<string, Func<SandboxIssue, string, bool>> Keys = WithNegations(new(StringComparer.Ordinal)
    {
        ["is"] = Is,
        ["status"] = Is,
        ["id"] = static (issue, value) => issue.Id == value,
        ["issue"] = static (issue, value) => Match.Same(issue.ShortId, value),
        ["level"] = static (issue, value) => Match.Same(issue.Level, value),
        ["issue.category"] = static (issue, value) => Match.Same(issue.Category, value),
        ["issue.type"] = static (issue, value) => Match.Same(issue.Kind.IssueType, value),
        ["issue.priority"] = static (issue, value) => Match.Same(issue.Priority, value),
        ["project"] = static (issue, value) => Match.Same(issue.Project.Slug, value),
        ["title"] = static (issue, value) => Match.Part(issue.Title, value),
        ["assigned"] = static (issue, value) => value is "none"
            ? issue.AssignedTo is null
            : Match.Same(issue.AssignedTo?.Email, value) || Match.Same("#" + issue.AssignedTo?.Name, value),
        ["release"] = static (issue, value) => ValueList.Of(value).Any(version => Match.Wildcard(issue.Project.LatestRelease, version)),
        ["environment"] = static (issue, value) => issue.Environments.Contains(value, StringComparer.Ordinal),
    });

    private static readonly SearchQuery<SandboxIssue> Search = new(
        Keys,
        static (issue, text) => Match.Part(issue.Title, text) || Match.Part(issue.Culprit, text) || Match.Part(issue.Kind.Metadata, text))
    {
        EveryValue = true,
    };

    /// <summary>Without a query: unresolved issues. Feedback is hidden from every search that does not ask for it.</summary>
    public static IReadOnlyList<SandboxIssue> Filter(IReadOnlyList<SandboxIssue> issues, string? query)
    {
        query ??= "is:unresolved";
        IReadOnlyList<SandboxIssue> visible =
            query.Contains("issue.category:", StringComparison.Ordinal) || query.Contains("issue.type:", StringComparison.Ordinal)
                ? issues
                : [.. issues.Where(static issue => issue.Category is not "feedback")];
        return Search.Filter(visible, query);
    }

    private static bool Is(SandboxIssue issue, string value) => value switch
    {
        "unresolved" or "resolved" or "ignored" => issue.Status == value,
        "archived" or "muted" => issue.Status is "ignored",
        "assigned" => issue.AssignedTo is not null,
        "unassigned" => issue.AssignedTo is null,
        "for_review" or "new" => issue.Substatus is "new",
        "ongoing" or "regressed" or "escalating" or "archived_until_escalating" or "archived_until_condition_met"
            or "archived_forever" => issue.Substatus == value,
        "unlinked" => true,
        "linked" => false,
        _ => throw ApiError.BadRequest($"Invalid value for \"is\" search: {value}"),
    };

    private static Dictionary<string, Func<SandboxIssue, string, bool>> WithNegations(
        Dictionary<string, Func<SandboxIssue, string, bool>> keys)
    {
        foreach (var (key, matches) in keys.ToList())
        {
            keys["!" + key] = (issue, value) => !matches(issue, value);
        }

        return keys;
    }
}
