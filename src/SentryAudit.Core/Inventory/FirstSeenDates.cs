using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>Reads from inventories when objects were first seen, and keeps that as long as the connection exists.</summary>
internal sealed class FirstSeenDates
{
    private readonly ConcurrentDictionary<(string Path, DateTime Written, InventoryKind Kind), object> _read = new();

    /// <summary>
    /// Starts to read the dates of a kind of object of an organization in the background; false if there is no inventory with them.
    /// </summary>
    public bool TryFind<T>(
        string? inventoryRoot,
        Uri sentry,
        OrganizationHome organization,
        [NotNullWhen(true)] out Task<FirstSeenLookup<T>>? reading)
        where T : class
    {
        reading = null;
        if (inventoryRoot is { } root && InventoryKinds.Of<T>() is { } kind
            && InventoryPlace.Find(root, sentry, organization.Id, organization.Slug) is { } store)
        {
            // After another sync, the file has another time and is read again.
            var key = (store.Folder, File.GetLastWriteTimeUtc(store.CurrentPath), (InventoryKind)kind);
            reading = (Task<FirstSeenLookup<T>>)_read.GetOrAdd(key, _ => Task.Run(() => FirstSeenLookup<T>.Read(store, kind)));
        }

        return reading is not null;
    }
}
