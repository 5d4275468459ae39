using SentryAudit.Audits.Status;

namespace SentryAudit.Inventory;

/// <summary>The people an inventory knows, as rows of earlier runs: those who left stay known through it.</summary>
internal static class MemberHistory
{
    /// <summary>What the newest readable file of a store knows; nothing when its syncs never read members.</summary>
    /// <param name="organization">The slug the organization has now.</param>
    /// <param name="report">Hears of files that are passed over; with all of them passed over nothing is known.</param>
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

    /// <summary>What an offline connection knows of the time before the state it reads, and who was gone or out of sight in it.</summary>
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

    /// <param name="readAt">Start of the read that is not earlier but the latest itself; null when all of it is earlier.</param>
    private static EarlierRow Row(InventoryEntry<SentryMember> entry, string organization, DateTimeOffset? readAt)
    {
        var member = entry.Entity;
        var row = new EarlierRow
        {
            OrganizationSlug = organization,
            MemberId = member.Id,
            UserId = member.UserId,
            Email = member.Email,
            Name = member.Name,
            Role = member.Role,
            Status = member.Status,
            EverActive = entry.EverActive || member.Status is SentryUserStatusKind.Active,
            DateCreated = member.DateCreated,
            LastActive = member.LastActive,
            LastSeen = member.LastUpdated,
            LastUpdated = member.LastUpdated,
        };
        return entry.RemovedAt switch
        {
            // Gone before: Inactive since.
            { } removed when readAt is null || removed < readAt => row with
            {
                Status = SentryUserStatusKind.Inactive,
                LastUpdated = removed,
            },

            // The read itself says what they are now; what they were before is another row's to say.
            null when member.LastUpdated >= readAt => row with
            {
                Status = SentryUserStatusKind.Unknown,
                LastSeen = null,
                LastUpdated = null,
            },
            _ => row,
        };
    }
}
