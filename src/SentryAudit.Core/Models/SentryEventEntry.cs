using SentryAudit.Models;

namespace SentryAudit;

/// <summary>
/// A part of an event, for example its exception or its breadcrumbs. In PowerShell it has one more property, <c>Data</c>: the content as
/// objects, which are made when the property is read. It may contain personal data and secrets that the application sent.
/// </summary>
public sealed class SentryEventEntry
{
    /// <summary>
    /// The kind of entry: <c>exception</c>, <c>breadcrumbs</c>, <c>request</c>, <c>message</c>, <c>stacktrace</c>, <c>threads</c>,
    /// <c>spans</c>, <c>csp</c>, …
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The entry in one line.</summary>
    public string? Summary { get; init; }

    /// <summary>Id of its event, 32 hexadecimal digits.</summary>
    public required string EventId { get; init; }

    /// <summary>Id of the event's issue; null if it belongs to none.</summary>
    public string? IssueId { get; init; }

    /// <summary>Slug of its project.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The content that Sentry sent.</summary>
    internal EntryContent? Content { get; init; }

    /// <summary>The type and the event's id.</summary>
    public override string ToString() => $"{Type} of {EventId}";
}
