namespace SentryAudit;

/// <summary>A relationship between two objects of an organization.</summary>
public sealed class SentryRelationship
{
    /// <summary>Label of the object at its start, for example <c>SentryUser</c>.</summary>
    public required string FromType { get; init; }

    /// <summary>Id of the object at its start; for a user, the id of the membership.</summary>
    public required string FromId { get; init; }

    /// <summary>What people call the object at its start: a slug, an e-mail address or a version.</summary>
    public required string FromName { get; init; }

    /// <summary>How the two objects are related.</summary>
    public SentryRelationshipType Type { get; init; }

    /// <summary>Label of the object at its end.</summary>
    public required string ToType { get; init; }

    /// <summary>Id of the object at its end; for a user, the id of the membership.</summary>
    public required string ToId { get; init; }

    /// <summary>What people call the object at its end.</summary>
    public required string ToName { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When the object that shows the relationship was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    /// <summary>Both objects and the type.</summary>
    public override string ToString() => $"{FromName} {Type} {ToName}";
}
