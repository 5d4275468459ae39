using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>A state of an inventory that holds what a test gives it.</summary>
internal sealed class FakeState(DateTimeOffset readAt) : IInventoryState
{
    private readonly Dictionary<InventoryKind, (InventorySection Section, System.Collections.IEnumerable Entries)> _kinds = [];

    public void Has<T>(InventoryKind<T> kind, params InventoryEntry<T>[] entries)
        where T : class => _kinds[kind] = (Section(kind), entries);

    public void HasPartOf<T>(InventoryKind<T> kind, params InventoryEntry<T>[] entries)
        where T : class => HasPartOf(remedy: null, kind, entries);

    public void HasPartOf<T>(string? remedy, InventoryKind<T> kind, params InventoryEntry<T>[] entries)
        where T : class =>
        _kinds[kind] = (Section(kind) with { IsComplete = false, Problem = "Sentry refused it (403).", Remedy = remedy }, entries);

    public void Lacks(InventoryKind kind) =>
        _kinds[kind] = (
            Section(kind) with { IsComplete = false, Problem = "Not found (404).", Remedy = "Check slugs.", IsNotOnServer = true },
            Array.Empty<object>());

    public void HasSince<T>(DateTimeOffset since, InventoryKind<T> kind, params InventoryEntry<T>[] entries)
        where T : class => _kinds[kind] = (Section(kind) with { Since = since }, entries);

    public InventorySection? Find(InventoryKind kind) => _kinds.TryGetValue(kind, out var known) ? known.Section : null;

    public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class => _kinds.TryGetValue(kind, out var known) ? known.Entries.Cast<InventoryEntry<T>>() : [];

    private InventorySection Section(InventoryKind kind) =>
        new()
        {
            Type = kind.ToString(),
            ReadAt = readAt,
            IsComplete = true,
            Count = 0,
            RemovedCount = 0,
            Length = 0,
        };
}
