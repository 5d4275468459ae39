using SentryAudit.Sandbox.Events;

namespace SentryAudit.Sandbox;

/// <summary>An issue: what Sentry makes of events that are alike. Also what users write into the feedback widget.</summary>
public sealed class SandboxIssue
{
    internal SandboxIssue(IssueKind kind)
    {
        Kind = kind;
        (Title, Culprit, Level) = (kind.Title, kind.Culprit, kind.Level);
    }

    public required string Id { get; init; }

    /// <summary>What people call it, such as <c>GATEWAY-1F</c>.</summary>
    public required string ShortId { get; init; }

    public required SandboxProject Project { get; init; }
    public string Title { get; set; }
    public string? Culprit { get; set; }
    public string Level { get; set; }
    public string Status { get; set; } = "unresolved";
    public string? Substatus { get; set; }
    public string? Priority { get; set; }

    /// <summary>JSON of how it was resolved or archived, once somebody did so; null for what was seeded that way.</summary>
    public string? StatusDetails { get; set; }
    public SandboxOwner? AssignedTo { get; set; }

    /// <summary>How often it ever happened, which is far more often than events are kept.</summary>
    public long Count { get; set; }

    public int UserCount { get; set; }
    public DateTimeOffset FirstSeen { get; init; }

    /// <summary>Not to be changed: the issues are in its order.</summary>
    public DateTimeOffset LastSeen { get; init; }

    public IReadOnlyList<string> Environments { get; set; } = [];

    /// <summary>Whether all its events are past their retention.</summary>
    public bool EventsExpired { get; set; }

    /// <summary>Category, such as <c>error</c>, <c>performance</c> or <c>feedback</c>.</summary>
    public string Category => Kind.Category;

    internal IssueKind Kind { get; }
}
