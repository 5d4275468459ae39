namespace SentryAudit.Input;

/// <summary>What issues, events and feedback may be piped into.</summary>
internal static class EventJoins
{
    public static IReadOnlyList<Join> All { get; } =
    [
        new("SentryIssue", "Issue", ["Id"], ["Get-SentryIssue", "Set-SentryIssue", "Get-SentryEvent", "Get-SentryEventEntry"]),
        new("SentryIssue", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryEvent", "Event", ["EventId"], ["Get-SentryEventEntry"]),
        new("SentryEvent", "Issue", ["IssueId"], ["Get-SentryIssue"]),
        new("SentryEvent", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryEventEntry", "Issue", ["IssueId"], ["Get-SentryIssue"]),
        new("SentryEventEntry", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryUserFeedback", "Event", ["EventId"], ["Get-SentryEventEntry"]),
        new("SentryUserFeedback", "Issue", ["IssueId"], ["Get-SentryIssue"]),
        new("SentryUserFeedback", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
    ];
}
