using SentryAudit.Http;
using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>Reads the sections of stored organizations, each of one kind of object.</summary>
internal sealed class StoredSections(StoredEstate stored, ITransportObserver observer)
{
    /// <summary>The state of an organization.</summary>
    /// <exception cref="SentryException">There is no such organization, or its file can't be read.</exception>
    public InventorySnapshot Open(OrganizationHome organization) =>
        (stored.Find(organization) ?? throw OfflineFaults.OrganizationNotFound(organization.Slug, stored)).Open();

    /// <summary>The objects of a kind that exist, or may exist, by the last sync that read the kind.</summary>
    /// <exception cref="SentryException">No sync has read the kind, or the last one, after its objects, was not complete.</exception>
    public IEnumerable<T> ReadExisting<T>(OrganizationHome organization, InventoryKind<T> kind)
        where T : class
    {
        var snapshot = Open(organization);
        var section = snapshot.Find(kind) ?? throw OfflineFaults.NotInInventory(kind, organization);
        observer.OnNote(
            $"{kind} objects of {organization} as read {OfflineFaults.Text(section.ReadAt)}, from {snapshot.Path}.",
            isWarning: false);
        foreach (var entry in snapshot.Read(kind))
        {
            if (entry.RemovedAt is null)
            {
                yield return entry.Entity;
            }
        }

        if (section is { Projects: not null, Problem: { } limit })
        {
            observer.OnNote(limit, isWarning: true);
        }
        else if (!section.IsComplete)
        {
            throw OfflineFaults.Incomplete(kind, organization, section);
        }
    }
}
