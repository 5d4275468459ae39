namespace SentryAudit.Inventory;

/// <summary>What of a header every version of this module can read.</summary>
internal sealed record InventoryStamp
{
    public string? Format { get; init; }

    public int SchemaVersion { get; init; }

    public string? ModuleVersion { get; init; }
}
