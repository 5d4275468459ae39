namespace SentryAudit;

/// <summary>Names an issue by short id (<c>WEB-1F</c>) or id.</summary>
public sealed class IssueReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public IssueReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public IssueReference(SentryIssue issue)
        : base(issue.Id, issue.OrganizationSlug) => ProjectSlug = issue.ProjectSlug;

    /// <summary>Slug of its project; null when it was given as text.</summary>
    public string? ProjectSlug { get; private set; }

    internal override string Kind => "issue";

    internal override void Learn(Func<string, string?> says) => ProjectSlug = says(nameof(SentryIssue.ProjectSlug)) ?? ProjectSlug;

    // An object names one issue, and not another one whose short id happens to be that id.
    internal bool Matches(SentryIssue issue) =>
        IsIn(issue.OrganizationSlug) && (Organization is null ? MatchesAny(issue.Id, issue.ShortId) : MatchesAny(issue.Id));
}
