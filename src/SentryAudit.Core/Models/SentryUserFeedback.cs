namespace SentryAudit;

/// <summary>What an end user wrote. It holds personal data.</summary>
public sealed class SentryUserFeedback
{
    /// <summary>Sentry's id of the report; for the widget, of its issue.</summary>
    public required string Id { get; init; }

    /// <summary>How it came to Sentry.</summary>
    public SentryFeedbackSource Source { get; init; }

    /// <summary>Name the user gave; null without one.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address the user gave; null without one.</summary>
    public string? Email { get; init; }

    /// <summary>What the user wrote.</summary>
    public string? Comments { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Id of the event it is about; null where Sentry does not tell.</summary>
    public string? EventId { get; init; }

    /// <summary>Id of the issue of that event; for the widget, of the feedback itself. Null when Sentry has no such event.</summary>
    public string? IssueId { get; init; }

    /// <summary>Slug of the project.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>Source and id: ids of different sources are unrelated.</summary>
    public override string ToString() => $"{Source} {Id}";
}
