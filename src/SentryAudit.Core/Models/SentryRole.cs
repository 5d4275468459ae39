namespace SentryAudit;

/// <summary>A role that members of an organization or of its teams can have.</summary>
public sealed class SentryRole
{
    /// <summary>
    /// Its key: <c>owner</c>, <c>manager</c>, <c>admin</c>, <c>member</c>, <c>billing</c>; for teams <c>contributor</c>, <c>admin</c>.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is a role in the organization or in a team. <c>admin</c> is a role of both kinds.</summary>
    public SentryRoleKind Kind { get; init; }

    /// <summary>Sentry's description of the role.</summary>
    public string? Description { get; init; }

    /// <summary>The scopes that it gives, sorted; null if Sentry does not report them.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Whether it gives access to every team and project without joining; null for team roles.</summary>
    public bool? IsGlobal { get; init; }

    /// <summary>Whether Sentry has retired it: it can no longer be given, but people may still have it.</summary>
    public bool? IsRetired { get; init; }

    /// <summary>The lowest role that it gives on the teams of a member; null for team roles.</summary>
    public string? MinimumTeamRole { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
