namespace SentryAudit;

/// <summary>A team. What Sentry's list says about the user of the token (membership, access) is left out.</summary>
public sealed class SentryTeam
{
    /// <summary>Short name, used in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Sentry's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Number of members.</summary>
    public int? MemberCount { get; init; }

    /// <summary>Slugs of the projects that are assigned to it; null if Sentry does not report them.</summary>
    public StringList? ProjectSlugs { get; init; }

    /// <summary>Whether an identity provider manages it.</summary>
    public bool? IdpProvisioned { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>The slug.</summary>
    public override string ToString() => Slug;
}
