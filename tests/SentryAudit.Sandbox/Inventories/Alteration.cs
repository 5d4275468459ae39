using SentryAudit.Inventory;

namespace SentryAudit.Sandbox.Inventories;

/// <summary>What is written otherwise than the sandbox has it.</summary>
internal sealed record Alteration
{
    /// <summary>Kinds no sync has read.</summary>
    public IReadOnlyList<SentryEntityType> Without { get; init; } = [];

    /// <summary>Kinds that could not be read whole, and why.</summary>
    public IReadOnlyDictionary<SentryEntityType, string> Problems { get; init; } = new Dictionary<SentryEntityType, string>();

    public DateTimeOffset? Since { get; init; }

    /// <summary>E-mail addresses of members to keep as gone, or as not seen by this sync, and when they were last read.</summary>
    public IReadOnlyDictionary<string, (DateTimeOffset LastRead, DateTimeOffset? RemovedAt)> Absent { get; init; } =
        new Dictionary<string, (DateTimeOffset, DateTimeOffset?)>(StringComparer.Ordinal);

    public IEnumerable<InventoryEntry<T>> Entries<T>(IEnumerable<InventoryEntry<T>> entries)
        where T : class =>
        entries
            .Select(entry =>
                entry.Entity is SentryMember { Email: { } email } member && Absent.TryGetValue(email, out var absent)
                    ? (InventoryEntry<T>)
                        (object)
                            new InventoryEntry<SentryMember>
                            {
                                Entity = Aged(member, absent.LastRead),
                                FirstSeen = entry.FirstSeen,
                                RemovedAt = absent.RemovedAt,
                                EverActive = member.Status is SentryUserStatusKind.Active,
                            }
                    : entry)
            .OrderBy(entry => entry.RemovedAt is not null);

    private static SentryMember Aged(SentryMember member, DateTimeOffset lastRead) =>
        new()
        {
            Id = member.Id,
            UserId = member.UserId,
            Email = member.Email,
            Name = member.Name,
            Role = member.Role,
            Status = member.Status,
            IsActive = member.IsActive,
            Pending = member.Pending,
            OrganizationSlug = member.OrganizationSlug,
            LastUpdated = lastRead,
        };
}
