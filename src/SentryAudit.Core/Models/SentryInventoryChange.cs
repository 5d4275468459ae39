using System.Globalization;

namespace SentryAudit;

/// <summary>One difference between two states of an organization: an object that came or went, or one property of one that changed.</summary>
public sealed class SentryInventoryChange
{
    /// <summary>Whether the object came, went or changed.</summary>
    public SentryInventoryChangeType ChangeType { get; init; }

    /// <summary>The kind of object.</summary>
    public SentryEntityType EntityType { get; init; }

    /// <summary>What the object is known by: Sentry's id, with what makes it unique where the id alone does not.</summary>
    public required string Key { get; init; }

    /// <summary>The object as people know it: an e-mail address, a slug, a name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The property that changed; null when the whole object came or went.</summary>
    public string? Property { get; init; }

    /// <summary>Its value before, in a form that does not depend on the culture; null when it had none, or none was known.</summary>
    public string? OldValue { get; init; }

    /// <summary>Its value after; null when it has none, or none is known.</summary>
    public string? NewValue { get; init; }

    /// <summary>How much it matters to an audit.</summary>
    public SentryChangeSignificance Significance { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw the change (UTC): for what came, its first sight; for what went, the first complete sync without it; else the later of the two states.</summary>
    public DateTimeOffset DetectedAt { get; init; }

    /// <summary>The change in a line.</summary>
    public override string ToString() =>
        Property is null
            ? $"{EntityType} {DisplayName ?? Key}: {ChangeType}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{EntityType} {DisplayName ?? Key}: {Property} {OldValue ?? "?"} -> {NewValue ?? "?"}");
}
