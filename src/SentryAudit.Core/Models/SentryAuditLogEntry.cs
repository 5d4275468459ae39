namespace SentryAudit;

/// <summary>An entry of an organization's audit log: who did what, when and to whom.</summary>
public sealed class SentryAuditLogEntry
{
    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>What happened: <c>member.invite</c>, <c>project.remove</c>, …</summary>
    public string? Event { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Id of the account that did it; null for tokens of the organization, provisioning and the like.</summary>
    public string? ActorId { get; init; }

    /// <summary>Display name of who or what did it.</summary>
    public string? ActorName { get; init; }

    /// <summary>E-mail address of the account that did it; null like <see cref="ActorId"/>.</summary>
    public string? ActorEmail { get; init; }

    /// <summary>Address it was done from; null where Sentry has none.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Id of the account it was done to; null when it was done to none.</summary>
    public string? TargetUserId { get; init; }

    /// <summary>E-mail address of that account; null also when the account is gone.</summary>
    public string? TargetUserEmail { get; init; }

    /// <summary>Id of the object it was done to; what kind of object follows from the event.</summary>
    public string? TargetObjectId { get; init; }

    /// <summary>Sentry's sentence about it.</summary>
    public string? Note { get; init; }

    /// <summary>Details, as <c>old_slug=web</c>; null where Sentry does not tell.</summary>
    public StringList? Data { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The event and its id.</summary>
    public override string ToString() => $"{Event} {Id}";
}
