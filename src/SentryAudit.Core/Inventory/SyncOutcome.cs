namespace SentryAudit.Inventory;

/// <summary>What became of one organization's sync.</summary>
/// <param name="Store">Its store.</param>
/// <param name="Written">The new state; null when nothing at all could be read, so that none was written.</param>
/// <param name="Faults">What kept kinds from being read whole.</param>
internal sealed record SyncOutcome(
    InventoryStore Store,
    InventorySnapshot? Written,
    IReadOnlyList<(InventoryKind Kind, SentryException Fault)> Faults);
