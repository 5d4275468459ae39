using SentryAudit.Common.Time;
using SentryAudit.Sources;

namespace SentryAudit.Api.Events;

/// <summary>Which issues to list.</summary>
internal sealed record IssueFilter
{
    public static readonly IssueFilter None = new();

    public IReadOnlyList<IssueReference> Keys { get; init; } = [];

    /// <summary>Null for all projects.</summary>
    public ProjectSelection? Projects { get; init; }

    /// <summary>Versions of releases that the issues were seen in; null for any.</summary>
    public IReadOnlyList<string>? Releases { get; init; }

    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Sentry's own search text.</summary>
    public string? Query { get; init; }

    /// <summary>None for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Sentry's name of an order; null for the last event first.</summary>
    public string? Sort { get; init; }

    /// <summary>Only issues with events in it.</summary>
    public DateWindow? Window { get; init; }

    /// <summary>True when the keys alone say which issues are meant, so that each can be got by its name.</summary>
    public bool IsByKey =>
        Keys.Count > 0 && Keys.All(key => !key.IsPattern) && Environments.Count == 0 && Query is null && Window is null && Sort is null
        && Releases is null;

    /// <summary>Never absent: without a query Sentry gives unresolved issues only.</summary>
    public string Search =>
        string.Join(
            ' ',
            new[] { Statuses.Count == 1 ? $"is:{Statuses[0].ToLowerInvariant()}" : "", ReleaseTerm, Query ?? "" }
                .Where(term => term.Length > 0));

    private string ReleaseTerm => Releases switch
    {
        null or [] => "",
        [var only] => $"release:{Quoted(only)}",
        var several => $"release:[{string.Join(',', several.Select(Quoted))}]",
    };

    // In a search an asterisk stands for anything, even between quotation marks.
    private static string Quoted(string version) =>
        "\"" + version.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal) + "\"";

    /// <summary>Whether an issue has one of the statuses; null if it does not tell its own.</summary>
    public bool? HasStatus(SentryIssue issue) =>
        Statuses.Count == 0 ? true : issue.Status is null ? null : Statuses.Contains(issue.Status, StringComparer.OrdinalIgnoreCase);

    public bool Matches(SentryIssue issue) =>
        HasStatus(issue) is not false
        && (issue.ProjectSlug is not { } slug || Projects?.ContainsAny([slug]) != false);
}
