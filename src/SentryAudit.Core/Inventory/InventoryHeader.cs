namespace SentryAudit.Inventory;

/// <summary>The first line of an inventory file.</summary>
internal sealed record InventoryHeader
{
    public const string FormatName = "SentryAudit.Inventory";

    /// <summary>Raised when a file could be misread by a version that does not know the change.</summary>
    public const int CurrentSchemaVersion = 1;

    public required string Format { get; init; }

    public required int SchemaVersion { get; init; }

    public required string ModuleVersion { get; init; }

    public required Uri Host { get; init; }

    /// <summary>Sentry's id; null when the token could not learn it.</summary>
    public string? OrganizationId { get; init; }

    public required string OrganizationSlug { get; init; }

    public string? AccountName { get; init; }

    /// <summary>Start of the sync (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End of the sync (UTC).</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Scopes of the token; null where Sentry did not tell.</summary>
    public StringList? Scopes { get; init; }

    public required IReadOnlyList<InventorySection> Sections { get; init; }
}
