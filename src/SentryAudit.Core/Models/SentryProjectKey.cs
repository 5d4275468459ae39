using System.Security;
using System.Text.Json.Serialization;

namespace SentryAudit;

/// <summary>
/// A client key of a project, with which an application sends its events. Sentry's id of a key is the key itself; here <see cref="Id"/> is
/// a fingerprint of it, so that no object, table or file shows the key.
/// </summary>
public sealed class SentryProjectKey
{
    /// <summary>
    /// Fingerprint of the key: the first 16 hexadecimal digits of its SHA-256. A key has the same fingerprint each time it is read.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Label { get; init; }

    /// <summary>The public key with all but its last four characters hidden.</summary>
    public string? PublicKey { get; init; }

    /// <summary>
    /// The DSN with the public key, if it was asked for; else null. The secret half of a key, which Sentry no longer uses, is never read.
    /// </summary>
    [JsonIgnore]
    public SecureString? Secret { get; init; }

    /// <summary>Whether Sentry accepts events that are sent with it.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The highest number of events that Sentry accepts within <see cref="RateLimitWindow"/>; null without a limit.</summary>
    public int? RateLimitCount { get; init; }

    /// <summary>The window of time for <see cref="RateLimitCount"/>; null without a limit.</summary>
    public TimeSpan? RateLimitWindow { get; init; }

    /// <summary><see cref="RateLimitWindow"/> in seconds.</summary>
    public long? RateLimitWindowSeconds => (long?)RateLimitWindow?.TotalSeconds;

    /// <summary>When it was created (UTC); null if Sentry no longer knows.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Whole days between its creation and <see cref="LastUpdated"/>; null if the creation is unknown.</summary>
    public int? AgeDays => DateCreated is { } created ? (int)(LastUpdated - created).TotalDays : null;

    /// <summary>Id of its project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>Slug of its project; null if Sentry does not list the project, for example while it is being deleted.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The label, or the masked key without one.</summary>
    public override string ToString() => Label ?? PublicKey ?? Id;
}
