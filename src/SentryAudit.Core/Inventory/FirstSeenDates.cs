using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>Remembers, for a connection's life, what inventories tell of when objects were first seen.</summary>
internal sealed class FirstSeenDates
{
    private readonly ConcurrentDictionary<(string Path, DateTime Written, InventoryKind Kind), object> _read = new();

    /// <summary>Begins to read, beside the caller, what is known of a kind of object of an organization; false when there is nothing to read.</summary>
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
            // A sync that finishes meanwhile gives the file another time.
            var key = (store.Folder, File.GetLastWriteTimeUtc(store.CurrentPath), (InventoryKind)kind);
            reading = (Task<FirstSeenLookup<T>>)_read.GetOrAdd(key, _ => Task.Run(() => FirstSeenLookup<T>.Read(store, kind)));
        }

        return reading is not null;
    }
}
