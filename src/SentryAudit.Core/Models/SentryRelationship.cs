namespace SentryAudit;

/// <summary>That one object of an organization is related to another one.</summary>
public sealed class SentryRelationship
{
    /// <summary>Label of the object it starts at, as <c>SentryUser</c>.</summary>
    public required string FromType { get; init; }

    /// <summary>Id of the object it starts at; of a user, the membership's.</summary>
    public required string FromId { get; init; }

    /// <summary>What people call the object it starts at: a slug, an e-mail address, a version.</summary>
    public required string FromName { get; init; }

    /// <summary>How they are related.</summary>
    public SentryRelationshipType Type { get; init; }

    /// <summary>Label of the object it leads to.</summary>
    public required string ToType { get; init; }

    /// <summary>Id of the object it leads to; of a user, the membership's.</summary>
    public required string ToId { get; init; }

    /// <summary>What people call the object it leads to.</summary>
    public required string ToName { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When what tells of it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>Both ends and the relation.</summary>
    public override string ToString() => $"{FromName} {Type} {ToName}";
}
