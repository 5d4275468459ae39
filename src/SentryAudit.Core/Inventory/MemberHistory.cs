using SentryAudit.Audits.Status;

namespace SentryAudit.Inventory;

/// <summary>The people in an inventory as rows of earlier runs, so that people who left stay in the list.</summary>
internal static class MemberHistory
{
    /// <summary>The people in the newest file of a store that can be read; none if its syncs never read members.</summary>
    /// <param name="store">The store.</param>
    /// <param name="organization">The slug that the organization has now.</param>
    /// <param name="report">Receives the faults of files that can't be read.</param>
    public static IReadOnlyList<EarlierRow> Read(InventoryStore store, string organization, Action<SentryException> report)
    {
        foreach (var file in store.Files)
        {
            try
            {
                return Read(InventorySnapshot.Open(file), organization);
            }
            catch (SentryException fault)
            {
                report(fault);
            }
        }

        return [];
    }

    /// <summary>
    /// For an offline connection: the people in the sync before the state that it reads, and the people whom this state no longer lists.
    /// </summary>
    public static IReadOnlyList<EarlierRow> ReadBefore(StoredOrganization stored, Action<SentryException> report)
    {
        var current = stored.Open();
        if (current.Find(InventoryKinds.Member) is not { } section)
        {
            return [];
        }

        var before = stored.Store?.OpenAsOf(section.ReadAt.AddTicks(-1), report);
        return
        [
            .. before is null ? [] : Read(before, stored.Home.Slug),
            .. current.Read(InventoryKinds.Member).Select(entry => Row(entry, stored.Home.Slug, section.ReadAt)),
        ];
    }

    private static EarlierRow[] Read(InventorySnapshot snapshot, string organization) =>
        [.. snapshot.Read(InventoryKinds.Member).Select(entry => Row(entry, organization, readAt: null))];

    /// <param name="entry">The member.</param>
    /// <param name="organization">The slug of the organization.</param>
    /// <param name="readAt">Start of the read, if the entry is of the present read; null if it is of an earlier one.</param>
    private static EarlierRow Row(InventoryEntry<SentryMember> entry, string organization, DateTimeOffset? readAt)
    {
        var row = EarlierRow.From(entry.Entity, organization, entry.EverActive);
        return entry.RemovedAt switch
        {
            // The person was gone before the present read, and is Inactive since then.
            { } removed when readAt is null || removed < readAt => row with
            {
                Status = SentryUserStatusKind.Inactive,
                LastUpdated = removed,
            },

            // The present read itself gives the status; an earlier status has to come from another row.
            null when entry.Entity.LastUpdated >= readAt => row with
            {
                Status = SentryUserStatusKind.Unknown,
                LastSeen = null,
                LastUpdated = null,
            },
            _ => row,
        };
    }
}
