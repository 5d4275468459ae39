namespace SentryAudit;

/// <summary>A project, to which an application sends its events.</summary>
public sealed class SentryProject
{
    /// <summary>Short name, used in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Platform, for example <c>javascript-react</c>; null if none was chosen.</summary>
    public string? Platform { get; init; }

    /// <summary><c>active</c>, <c>pending_deletion</c>, …; null if Sentry's list does not report it.</summary>
    public string? Status { get; init; }

    internal bool IsBeingDeleted => Status is "pending_deletion" or "deletion_in_progress";

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the first error event came (UTC); null if none ever came.</summary>
    public DateTimeOffset? FirstEvent { get; init; }

    /// <summary>Slugs of the teams it is assigned to; null if Sentry does not report them.</summary>
    public StringList? TeamSlugs { get; init; }

    /// <summary>The environments of its events; null if Sentry does not report them.</summary>
    public StringList? Environments { get; init; }

    /// <summary>Version of the newest release; null without one.</summary>
    public string? LatestRelease { get; init; }

    /// <summary>Whether transactions (tracing) ever came.</summary>
    public bool? HasTransactions { get; init; }

    /// <summary>Whether sessions (release health) ever came.</summary>
    public bool? HasSessions { get; init; }

    /// <summary>Whether replays ever came.</summary>
    public bool? HasReplays { get; init; }

    /// <summary>Whether profiles ever came.</summary>
    public bool? HasProfiles { get; init; }

    /// <summary>Whether cron monitors are in use.</summary>
    public bool? HasMonitors { get; init; }

    /// <summary>Whether user feedback from the widget ever came.</summary>
    public bool? HasFeedback { get; init; }

    /// <summary>Whether legacy user reports ever came.</summary>
    public bool? HasUserReports { get; init; }

    /// <summary>Whether logs ever came.</summary>
    public bool? HasLogs { get; init; }

    /// <summary>Whether feature flags ever came with events.</summary>
    public bool? HasFlags { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug.</summary>
    public override string ToString() => Slug;
}
