namespace SentryAudit.Inventory;

/// <summary>Two states of one organization that are to be compared.</summary>
/// <param name="Reference">The earlier one.</param>
/// <param name="Difference">The later one; null for Sentry as it is now.</param>
internal sealed record InventoryPair(InventorySnapshot Reference, InventorySnapshot? Difference)
{
    /// <summary>Finds what to compare in every store below a folder.</summary>
    /// <param name="reference">Null for the sync before the difference, or the newest when that is Sentry itself.</param>
    /// <param name="difference">Null for the newest sync.</param>
    /// <param name="report">Told of files that can't be read and of organizations that have not two states.</param>
    /// <exception cref="SentryException">There is no inventory where one is named.</exception>
    public static IEnumerable<InventoryPair> Find(
        string root, IReadOnlyList<OrganizationReference>? organizations, InventoryReference? reference, InventoryReference? difference, DateTimeOffset now, Action<SentryException> report)
    {
        if (reference?.IsLive is true)
        {
            throw new SentryException("InventoryReferenceLive", SentryErrorCategory.InvalidArgument, "Sentry as it is now can only be the difference.", "Use -Difference Live.");
        }

        // A named sync says itself which organization is meant.
        var anchor = (reference?.Path ?? difference?.Path) is { } path ? OpenPath(path, report) : null;
        var stores = InventoryPlace.FindAll(anchor is null ? root : InventoryStore.Of(anchor.Path).Folder).ToArray();
        if (stores.Length == 0)
        {
            throw InventoryFault.NotFound(root);
        }

        foreach (var store in stores)
        {
            if (store.OpenNewest(report) is not { } newest || organizations?.Any(key => key.Matches(newest.Header.OrganizationSlug, newest.Header.OrganizationId)) is false)
            {
                continue;
            }

            var after = difference is { IsLive: true } ? null : Open(store, difference, now, report) ?? newest;
            var before = reference is null ? Before(store, after, report) : Open(store, reference, now, report);
            if (before is null || before.Path == after?.Path)
            {
                report(NoReference(newest.Header.OrganizationSlug, before is null ? reference : null));
            }
            else
            {
                yield return new InventoryPair(before, after);
            }
        }
    }

    private static InventorySnapshot? Open(InventoryStore store, InventoryReference? wanted, DateTimeOffset now, Action<SentryException> report) => wanted switch
    {
        null => null,
        { Path: { } path } => OpenPath(path, report),
        { AsOf: { } time } => store.OpenAsOf(time, report),
        _ => store.OpenAsOf(now - wanted.Ago!.Value, report),
    };

    private static InventorySnapshot OpenPath(string path, Action<SentryException> report) =>
        Directory.Exists(path) ? new InventoryStore(path).OpenNewest(report) ?? throw InventoryFault.NotFound(path) : InventorySnapshot.Open(path);

    private static InventorySnapshot? Before(InventoryStore store, InventorySnapshot? after, Action<SentryException> report) =>
        store.OpenAll(report).FirstOrDefault(snapshot => after is null || snapshot.Header.StartedAt < after.Header.StartedAt);

    private static SentryException NoReference(string organization, InventoryReference? reference) => new(
        "InventoryReferenceMissing", SentryErrorCategory.ObjectNotFound,
        reference is null ? $"There is no earlier sync of {organization} to compare with." : $"No sync of {organization} is as old as {reference}.",
        "Get-SentryInventory lists the syncs there are; -Difference Live compares with Sentry as it is now.");
}
