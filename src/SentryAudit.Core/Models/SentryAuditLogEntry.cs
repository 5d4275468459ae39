namespace SentryAudit;

/// <summary>An entry of an organization's audit log: who did what, when, and to whom.</summary>
public sealed class SentryAuditLogEntry
{
    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>What happened, for example <c>member.invite</c> or <c>project.remove</c>.</summary>
    public string? Event { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Id of the account that did it; null if it was no account, for example an organization token.</summary>
    public string? ActorId { get; init; }

    /// <summary>Display name of the person or tool that did it.</summary>
    public string? ActorName { get; init; }

    /// <summary>E-mail address of the account that did it; null like <see cref="ActorId"/>.</summary>
    public string? ActorEmail { get; init; }

    /// <summary>The IP address it was done from; null if Sentry has none.</summary>
    public string? IpAddress { get; init; }

    /// <summary>Id of the account it was done to; null if it was done to something else.</summary>
    public string? TargetUserId { get; init; }

    /// <summary>E-mail address of that account; null also if the account is deleted.</summary>
    public string? TargetUserEmail { get; init; }

    /// <summary>Id of the object it was done to. The kind of the object follows from the event.</summary>
    public string? TargetObjectId { get; init; }

    /// <summary>Sentry's sentence about the event; keys, tokens and the paths of addresses in it are hidden.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// Details, for example <c>old_slug=web</c>; null if Sentry does not report them. Only names, states and the like are shown:
    /// the rest may be secrets, and reads <c>secret_key=(hidden)</c>.
    /// </summary>
    public StringList? Data { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The event and its id.</summary>
    public override string ToString() => $"{Event} {Id}";
}
