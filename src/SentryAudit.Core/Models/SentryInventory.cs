using System.Globalization;

namespace SentryAudit;

/// <summary>
/// A stored state of an organization, after a sync. The numbers count existing objects; null means that no sync has read the kind. For a
/// file that can't be read, <see cref="Problem"/> says why, and most other properties are null.
/// </summary>
public sealed class SentryInventory
{
    /// <summary>Slug of the organization at the time of the sync.</summary>
    public string? OrganizationSlug { get; init; }

    /// <summary>Sentry's id of the organization; null if Sentry did not report it to the token.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Address of the Sentry.</summary>
    public Uri? Host { get; init; }

    /// <summary>The tag given to the sync; null without one.</summary>
    public string? AccountName { get; init; }

    /// <summary>Start of the sync (UTC).</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>End of the sync (UTC).</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long the sync took.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>Whether it is the current state; false for earlier ones.</summary>
    public bool? IsCurrent { get; init; }

    /// <summary>
    /// Whether every kind that this Sentry has was read completely. If not, a missing object may still exist.
    /// </summary>
    public bool? IsComplete { get; init; }

    /// <summary>The kinds that were not read completely.</summary>
    public StringList? Incomplete { get; init; }

    /// <summary>The kinds of which this Sentry has no list, for example an older version. Their objects are unknown.</summary>
    public StringList? NotOnServer { get; init; }

    /// <summary>Members and invitations.</summary>
    public int? Members { get; init; }

    /// <summary>Teams.</summary>
    public int? Teams { get; init; }

    /// <summary>Memberships of teams.</summary>
    public int? TeamMembers { get; init; }

    /// <summary>Projects.</summary>
    public int? Projects { get; init; }

    /// <summary>Releases, including archived ones.</summary>
    public int? Releases { get; init; }

    /// <summary>Alert rules of every kind.</summary>
    public int? AlertRules { get; init; }

    /// <summary>Monitors.</summary>
    public int? Monitors { get; init; }

    /// <summary>Client keys.</summary>
    public int? ProjectKeys { get; init; }

    /// <summary>Code repositories.</summary>
    public int? Repositories { get; init; }

    /// <summary>Roles of the organization and of its teams.</summary>
    public int? Roles { get; init; }

    /// <summary>Integrations.</summary>
    public int? Integrations { get; init; }

    /// <summary>Objects of all kinds that no longer exist, of which the inventory still keeps the last state.</summary>
    public int? Removed { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Version of this module that wrote it.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Why the file can't be read; null if it can.</summary>
    public string? Problem { get; init; }

    /// <summary>The organization and the time, or the file.</summary>
    public override string ToString() => StartedAt is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{OrganizationSlug} {time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")
        : Path;
}
