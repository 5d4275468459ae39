using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>A listing of today, merged with what the sync of yesterday knew.</summary>
internal static class Merging
{
    public static readonly DateTimeOffset Before = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 9, 2, 0, 0, 0, TimeSpan.Zero);

    public static List<InventoryEntry<SentryMember>> Members(
        IReadOnlyList<SentryMember> listed,
        IEnumerable<InventoryEntry<SentryMember>> known
    ) => Merge(InventoryKinds.Member, listed, known);

    public static List<InventoryEntry<T>> Merge<T>(
        InventoryKind<T> kind,
        IReadOnlyList<T> listed,
        IEnumerable<InventoryEntry<T>> known,
        bool whole = true)
        where T : class => [.. new SectionMerge<T>(kind, Now).Merge(listed, known, _ => whole)];

    public static InventoryEntry<T> Known<T>(T entity)
        where T : class => new() { Entity = entity, FirstSeen = Before };

    public static SentryMember Person(
        string id,
        string? user = null,
        string? mail = null,
        SentryUserStatusKind status = SentryUserStatusKind.Inactive) =>
        new()
        {
            Id = id,
            UserId = user,
            Email = mail,
            Status = status,
            OrganizationSlug = "acme",
            LastUpdated = Before,
        };
}
