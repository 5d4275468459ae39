using System.Security;
using System.Text.Json.Serialization;

namespace SentryAudit;

/// <summary>
/// A client key of a project: what an application sends its events with. Sentry uses the key itself as the id; here
/// <see cref="Id"/> is a fingerprint of it, so that an object, a table or a file never shows the key.
/// </summary>
public sealed class SentryProjectKey
{
    /// <summary>Fingerprint of the key: the first 16 hexadecimal digits of its SHA-256. The same key has the same fingerprint in every read.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Label { get; init; }

    /// <summary>The public key with all but its last four characters hidden.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The DSN with the public key, for who asked for it; else null. Its secret half, which Sentry retired, is never read.</summary>
    [JsonIgnore]
    public SecureString? Secret { get; init; }

    /// <summary>Whether Sentry takes events sent with it.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Most events that Sentry takes within <see cref="RateLimitWindow"/>; null without a limit.</summary>
    public int? RateLimitCount { get; init; }

    /// <summary>The time that <see cref="RateLimitCount"/> is about; null without a limit.</summary>
    public TimeSpan? RateLimitWindow { get; init; }

    /// <summary><see cref="RateLimitWindow"/> in seconds.</summary>
    public long? RateLimitWindowSeconds => (long?)RateLimitWindow?.TotalSeconds;

    /// <summary>When it was created (UTC); null when Sentry does not know any more.</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Whole days between its creation and <see cref="LastUpdated"/>; null when the creation is unknown.</summary>
    public int? AgeDays => DateCreated is { } created ? (int)(LastUpdated - created).TotalDays : null;

    /// <summary>Id of its project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>Slug of its project; null when the project is not among those listed, as one that is being deleted.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The label, else the masked key.</summary>
    public override string ToString() => Label ?? PublicKey ?? Id;
}
