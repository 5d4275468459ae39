namespace SentryAudit;

/// <summary>A role that members of an organization, or of its teams, can have.</summary>
public sealed class SentryRole
{
    /// <summary>Its key: <c>owner</c>, <c>manager</c>, <c>admin</c>, <c>member</c>, <c>billing</c>; of teams <c>contributor</c>, <c>admin</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Where it counts. <c>admin</c> is a role of both kinds.</summary>
    public SentryRoleKind Kind { get; init; }

    /// <summary>What Sentry says it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The scopes it gives, sorted; null where Sentry does not tell.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Whether it reaches every team and project without joining; null for team roles.</summary>
    public bool? IsGlobal { get; init; }

    /// <summary>Whether Sentry has retired it: it can't be given any more, but people may still have it.</summary>
    public bool? IsRetired { get; init; }

    /// <summary>The least team role it gives on teams joined; null for team roles.</summary>
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
