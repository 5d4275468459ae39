namespace SentryAudit;

/// <summary>One sync of one organization, as stored. A count is null when that kind of object was never read.</summary>
public sealed class SentryInventory
{
    /// <summary>Slug of the organization at that time.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>Sentry's id of the organization; null when the token could not learn it.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Address of the Sentry.</summary>
    public required Uri Host { get; init; }

    /// <summary>The tag given to the sync; null for none.</summary>
    public string? AccountName { get; init; }

    /// <summary>Start of the sync (UTC).</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>End of the sync (UTC).</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration => EndedAt - StartedAt;

    /// <summary>Whether it is the newest of its organization.</summary>
    public bool? IsCurrent { get; init; }

    /// <summary>Whether everything that was read was read whole.</summary>
    public bool? IsComplete => Incomplete.Count == 0;

    /// <summary>The kinds of object that were not read whole.</summary>
    public StringList Incomplete { get; init; } = StringList.Empty;

    /// <summary>Why not, kind by kind.</summary>
    public StringList Problems { get; init; } = StringList.Empty;

    /// <summary>The kinds of object that an earlier sync read and this one left out.</summary>
    public StringList Kept { get; init; } = StringList.Empty;

    /// <summary>Members and invitations.</summary>
    public int? Members { get; init; }

    /// <summary>Teams.</summary>
    public int? Teams { get; init; }

    /// <summary>Memberships of teams.</summary>
    public int? TeamMembers { get; init; }

    /// <summary>Projects.</summary>
    public int? Projects { get; init; }

    /// <summary>Releases.</summary>
    public int? Releases { get; init; }

    /// <summary>Alert rules of every kind.</summary>
    public int? AlertRules { get; init; }

    /// <summary>Detectors and cron monitors.</summary>
    public int? Monitors { get; init; }

    /// <summary>Client keys.</summary>
    public int? ProjectKeys { get; init; }

    /// <summary>Code repositories.</summary>
    public int? Repositories { get; init; }

    /// <summary>Roles.</summary>
    public int? Roles { get; init; }

    /// <summary>Integrations.</summary>
    public int? Integrations { get; init; }

    /// <summary>Objects remembered that are gone.</summary>
    public int? Removed { get; init; }

    /// <summary>Only releases created at or after this were read (UTC); null for all.</summary>
    public DateTimeOffset? ReleasesSince { get; init; }

    /// <summary>Scopes of the token; null where Sentry did not tell.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Version of the module that wrote it.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The organization and the time.</summary>
    public override string ToString() => $"{OrganizationSlug} {StartedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
