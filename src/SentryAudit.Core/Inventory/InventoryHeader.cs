namespace SentryAudit.Inventory;

/// <summary>The first line of an inventory file.</summary>
internal sealed record InventoryHeader
{
    public const string FormatName = "SentryAudit.Inventory";

    /// <summary>Increased with each change of the format because of which older versions could misread a file.</summary>
    public const int CurrentSchemaVersion = 1;

    public required string Format { get; init; }

    public required int SchemaVersion { get; init; }

    public required string ModuleVersion { get; init; }

    public required Uri Host { get; init; }

    /// <summary>Sentry's id; null if Sentry did not report it to the token.</summary>
    public string? OrganizationId { get; init; }

    public required string OrganizationSlug { get; init; }

    public string? AccountName { get; init; }

    /// <summary>Start of the sync (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End of the sync (UTC).</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Scopes of the token; null if Sentry did not report them.</summary>
    public StringList? Scopes { get; init; }

    public required IReadOnlyList<InventorySection> Sections { get; init; }
}
