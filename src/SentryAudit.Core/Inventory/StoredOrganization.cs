using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>An organization of an offline connection, and its inventory.</summary>
/// <param name="Home">The organization.</param>
/// <param name="Store">Its store; null if a single file was named.</param>
/// <param name="Open">Opens the state to read, each time again, since a sync may have replaced it.</param>
internal sealed record StoredOrganization(OrganizationHome Home, InventoryStore? Store, Func<InventorySnapshot> Open);
