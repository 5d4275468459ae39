namespace SentryAudit;

/// <summary>An event: one thing that happened in an application. It may hold personal data of end users.</summary>
public sealed class SentryEvent
{
    /// <summary>Its id, 32 hexadecimal digits.</summary>
    public required string EventId { get; init; }

    /// <summary>Id of its issue; null where it belongs to none.</summary>
    public string? IssueId { get; init; }

    /// <summary>Slug of its project.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary><c>error</c>, <c>default</c>, <c>csp</c>, <c>transaction</c>, <c>generic</c>, …</summary>
    public string? Type { get; init; }

    /// <summary>Title, as Sentry made it.</summary>
    public string? Title { get; init; }

    /// <summary>Message the application gave; null without one.</summary>
    public string? Message { get; init; }

    /// <summary>File or page it happened in.</summary>
    public string? Location { get; init; }

    /// <summary>Where it happened, as a function or a page.</summary>
    public string? Culprit { get; init; }

    /// <summary>Platform, as <c>python</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Id the application gave its user; null when it named none.</summary>
    public string? UserId { get; init; }

    /// <summary>E-mail address of the application's user.</summary>
    public string? UserEmail { get; init; }

    /// <summary>User name of the application's user.</summary>
    public string? UserName { get; init; }

    /// <summary>IP address of the application's user.</summary>
    public string? UserIpAddress { get; init; }

    /// <summary>Its tags as <c>key=value</c>, in Sentry's order.</summary>
    public StringList Tags { get; init; } = StringList.Empty;

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The event's id.</summary>
    public override string ToString() => EventId;
}
