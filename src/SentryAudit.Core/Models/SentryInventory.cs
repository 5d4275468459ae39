using System.Globalization;

namespace SentryAudit;

/// <summary>
/// One stored state of an organization, as a sync left it. Counts are of objects that were there; null is a kind that no
/// sync has read. A file that can't be read has its <see cref="Problem"/> told and the rest null.
/// </summary>
public sealed class SentryInventory
{
    /// <summary>Slug of the organization when it was read.</summary>
    public string? OrganizationSlug { get; init; }

    /// <summary>Sentry's id of the organization; null when the token could not learn it.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Address of the Sentry.</summary>
    public Uri? Host { get; init; }

    /// <summary>The tag given to the sync; null without one.</summary>
    public string? AccountName { get; init; }

    /// <summary>Start of the sync (UTC).</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>End of the sync (UTC).</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>Whether it is the store's current state; the others are earlier ones.</summary>
    public bool? IsCurrent { get; init; }

    /// <summary>Whether every kind in it was read whole; where not, absence proves nothing.</summary>
    public bool? IsComplete { get; init; }

    /// <summary>The kinds that were not read whole.</summary>
    public StringList? Incomplete { get; init; }

    /// <summary>Members and invitations.</summary>
    public int? Members { get; init; }

    /// <summary>Teams.</summary>
    public int? Teams { get; init; }

    /// <summary>Memberships of teams.</summary>
    public int? TeamMembers { get; init; }

    /// <summary>Projects.</summary>
    public int? Projects { get; init; }

    /// <summary>Releases, archived ones included.</summary>
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

    /// <summary>Objects of all kinds that are remembered and gone.</summary>
    public int? Removed { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Version of this module that wrote it.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>The organization and the time, else the file.</summary>
    public override string ToString() => StartedAt is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{OrganizationSlug} {time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")
        : Path;
}
