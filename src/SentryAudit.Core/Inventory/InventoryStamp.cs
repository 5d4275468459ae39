namespace SentryAudit.Inventory;

/// <summary>The part of a header that every version of this module can read.</summary>
internal sealed record InventoryStamp
{
    public string? Format { get; init; }

    public int SchemaVersion { get; init; }

    public string? ModuleVersion { get; init; }
}
