namespace SentryAudit;

/// <summary>Feedback that an end user wrote. It contains personal data.</summary>
public sealed class SentryUserFeedback
{
    /// <summary>Sentry's id of the report; for the widget, the id of its issue.</summary>
    public required string Id { get; init; }

    /// <summary>How it came to Sentry.</summary>
    public SentryFeedbackSource Source { get; init; }

    /// <summary>The name that the user gave; null without one.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address that the user gave; null without one.</summary>
    public string? Email { get; init; }

    /// <summary>The text that the user wrote.</summary>
    public string? Comments { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Id of the event it is about; null if Sentry does not report it.</summary>
    public string? EventId { get; init; }

    /// <summary>Id of the issue of that event; for the widget, of the feedback itself. Null if Sentry has no such event.</summary>
    public string? IssueId { get; init; }

    /// <summary>Slug of the project.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The source and the id, since ids of different sources are unrelated.</summary>
    public override string ToString() => $"{Source} {Id}";
}
