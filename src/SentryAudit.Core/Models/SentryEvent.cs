namespace SentryAudit;

/// <summary>An event: something that happened once in an application. It may contain personal data of end users.</summary>
public sealed class SentryEvent
{
    /// <summary>Its id, 32 hexadecimal digits.</summary>
    public required string EventId { get; init; }

    /// <summary>Id of its issue; null if it belongs to none.</summary>
    public string? IssueId { get; init; }

    /// <summary>Slug of its project.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary><c>error</c>, <c>default</c>, <c>csp</c>, <c>transaction</c>, <c>generic</c>, …</summary>
    public string? Type { get; init; }

    /// <summary>The title that Sentry made for it.</summary>
    public string? Title { get; init; }

    /// <summary>The message that the application gave; null without one.</summary>
    public string? Message { get; init; }

    /// <summary>The file or page in which it happened.</summary>
    public string? Location { get; init; }

    /// <summary>Where it happened, for example a function or a page.</summary>
    public string? Culprit { get; init; }

    /// <summary>Platform, for example <c>python</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>The id that the application gave for its user; null if it gave none.</summary>
    public string? UserId { get; init; }

    /// <summary>E-mail address of the application's user.</summary>
    public string? UserEmail { get; init; }

    /// <summary>User name of the application's user.</summary>
    public string? UserName { get; init; }

    /// <summary>IP address of the application's user.</summary>
    public string? UserIpAddress { get; init; }

    /// <summary>Its tags, each written as <c>key=value</c>, in Sentry's order; null if Sentry does not report them.</summary>
    public StringList? Tags { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The event's id.</summary>
    public override string ToString() => EventId;
}
