using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>An organization as an offline connection knows it, and where its inventory lies.</summary>
/// <param name="Home">The organization.</param>
/// <param name="Store">Its store; null when one file was named.</param>
/// <param name="Open">Opens the state to read, anew each time: a sync may have replaced it meanwhile.</param>
internal sealed record StoredOrganization(OrganizationHome Home, InventoryStore? Store, Func<InventorySnapshot> Open);
