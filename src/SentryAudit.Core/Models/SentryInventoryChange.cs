using System.Globalization;

namespace SentryAudit;

/// <summary>
/// A difference between two states of an organization: an object that was added or removed, or one property that changed.
/// </summary>
public sealed class SentryInventoryChange
{
    /// <summary>Whether the object was added, removed, changed or deactivated.</summary>
    public SentryInventoryChangeType ChangeType { get; init; }

    /// <summary>The kind of object.</summary>
    public SentryEntityType EntityType { get; init; }

    /// <summary>What identifies the object: Sentry's id, with an addition if the id alone is not unique.</summary>
    public required string Key { get; init; }

    /// <summary>What people call the object: an e-mail address, a slug or a name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The property that changed; null if it is about the whole object.</summary>
    public string? Property { get; init; }

    /// <summary>The value before, in a format that is the same in every culture; null if there was none, or if it was not known.</summary>
    public string? OldValue { get; init; }

    /// <summary>The value after; null if there is none, or if it is not known.</summary>
    public string? NewValue { get; init; }

    /// <summary>How much it matters to an audit.</summary>
    public SentryChangeSignificance Significance { get; init; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>
    /// When an inventory first saw the change (UTC). For an added object, the first sync that saw it; for a removed one, the first complete
    /// sync without it; for a changed property, the later of the two states.
    /// </summary>
    public DateTimeOffset DetectedAt { get; init; }

    /// <summary>The change in one line.</summary>
    public override string ToString() =>
        Property is null
            ? $"{EntityType} {DisplayName ?? Key}: {ChangeType}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{EntityType} {DisplayName ?? Key}: {Property} {OldValue ?? "?"} -> {NewValue ?? "?"}");
}
