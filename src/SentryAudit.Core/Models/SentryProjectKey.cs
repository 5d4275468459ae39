using System.Security;

namespace SentryAudit;

/// <summary>A client key (DSN) of a project: what an application sends its events with.</summary>
public sealed class SentryProjectKey
{
    /// <summary>Label given by an administrator.</summary>
    public string? Label { get; init; }

    /// <summary>Slug of the project; null when the project could not be found among the active ones.</summary>
    public string? ProjectSlug { get; init; }

    /// <summary>Id of the project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The public key, all but its last four characters masked. It is also the key's id.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The whole public key; only with <c>-ShowSecret</c>.</summary>
    public SecureString? Secret { get; init; }

    /// <summary>Whether events sent with it are accepted.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Events accepted in <see cref="RateLimitWindow"/>; null without a limit.</summary>
    public int? RateLimitCount { get; init; }

    /// <summary>The time <see cref="RateLimitCount"/> counts in; null without a limit.</summary>
    public TimeSpan? RateLimitWindow { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Whole days since it was created, at the time of the read.</summary>
    public int? AgeDays => DateCreated is { } created ? (int)(LastUpdated - created).TotalDays : null;

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    internal required string Id { get; init; }

    /// <summary>The project and the label.</summary>
    public override string ToString() => $"{ProjectSlug}/{Label}";
}
