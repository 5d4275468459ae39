using SentryAudit.Audits.Status;
using SentryAudit.Inventory;
using SentryAudit.Models;

namespace SentryAudit.Commands.UserStatus;

/// <summary>What an inventory knows about earlier members of an organization.</summary>
internal sealed class StatusHistory
{
    private readonly StoredOrganization? _stored;
    private readonly InventoryStore? _store;
    private readonly string _organization;

    private StatusHistory(StoredOrganization? stored, InventoryStore? store, string organization, string? place) =>
        (_stored, _store, _organization, Place) = (stored, store, organization, place);

    /// <summary>The folder or file of the inventory.</summary>
    public string? Place { get; }

    /// <summary>The inventory of an offline connection, or else the one beside a connection to Sentry; null when there is none.</summary>
    public static StatusHistory? Find(SentryConnection connection, OrganizationHome organization)
    {
        var stored = connection.Stored?.Find(organization);
        var store = stored?.Store
            ?? (connection.InventoryRoot is { } root
                ? InventoryPlace.Find(root, connection.BaseUri, organization.Id, organization.Slug)
                : null);
        return stored is null && store is null
            ? null
            : new StatusHistory(stored, store, organization.Slug, store?.Folder ?? connection.Inventory);
    }

    /// <param name="report">Is called for every file that can't be read and is left out.</param>
    public IReadOnlyList<EarlierRow> Read(Action<SentryException> report) =>
        _stored is null ? MemberHistory.Read(_store!, _organization, report) : MemberHistory.ReadBefore(_stored, report);
}
