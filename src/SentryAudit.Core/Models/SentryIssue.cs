namespace SentryAudit;

/// <summary>An issue: Sentry's group of similar events.</summary>
public sealed class SentryIssue
{
    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, for example <c>WEB-1F</c>.</summary>
    public string? ShortId { get; init; }

    /// <summary>The title that Sentry made from the events.</summary>
    public string? Title { get; init; }

    /// <summary>Where it happens, for example a function or a page.</summary>
    public string? Culprit { get; init; }

    /// <summary><c>fatal</c>, <c>error</c>, <c>warning</c>, <c>info</c>, <c>debug</c>, <c>sample</c> or <c>unknown</c>.</summary>
    public string? Level { get; init; }

    /// <summary><c>unresolved</c>, <c>resolved</c>, <c>ignored</c> (archived), …</summary>
    public string? Status { get; init; }

    /// <summary><c>new</c>, <c>ongoing</c>, <c>escalating</c>, <c>regressed</c>, <c>archived_forever</c>, …</summary>
    public string? Substatus { get; init; }

    /// <summary><c>high</c>, <c>medium</c> or <c>low</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>Sentry's type of issue, for example <c>error</c> or <c>performance_n_plus_one_db_queries</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Sentry's category of issue, for example <c>error</c>, <c>outage</c> or <c>feedback</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Platform of its events.</summary>
    public string? Platform { get; init; }

    /// <summary>Slug of its project.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary><c>user:mail</c> or <c>team:slug</c>; null if nobody is assigned.</summary>
    public string? Assignee { get; init; }

    /// <summary>How many events it ever had, including those that Sentry no longer keeps.</summary>
    public long? EventCount { get; init; }

    /// <summary>How many end users it ever affected.</summary>
    public long? UserCount { get; init; }

    /// <summary>When its first event happened (UTC).</summary>
    public DateTimeOffset? FirstEvent { get; init; }

    /// <summary>When its last event happened (UTC).</summary>
    public DateTimeOffset? LastEvent { get; init; }

    /// <summary>Whether the application did not handle the error.</summary>
    public bool? IsUnhandled { get; init; }

    /// <summary>Number of comments.</summary>
    public int? CommentCount { get; init; }

    /// <summary>Its page in Sentry.</summary>
    public Uri? Permalink { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The short id, or the id without one.</summary>
    public override string ToString() => ShortId ?? Id;
}
