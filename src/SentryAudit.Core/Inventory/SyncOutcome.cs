namespace SentryAudit.Inventory;

/// <summary>The result of an organization's sync.</summary>
/// <param name="Store">Its store.</param>
/// <param name="Written">The new state; null if nothing could be read, so that none was written.</param>
/// <param name="Faults">Why kinds could not be read completely.</param>
internal sealed record SyncOutcome(
    InventoryStore Store,
    InventorySnapshot? Written,
    IReadOnlyList<(InventoryKind Kind, SentryException Fault)> Faults)
{
    /// <summary>Kinds of which only some projects were within reach.</summary>
    public IReadOnlyList<InventoryKind> Limited { get; init; } = [];
}
