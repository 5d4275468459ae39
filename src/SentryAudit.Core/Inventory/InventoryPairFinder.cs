namespace SentryAudit.Inventory;

/// <summary>Finds the states to compare in every store below a folder.</summary>
/// <param name="reference">Null for the sync before the difference, or for the newest one if the difference is Sentry itself.</param>
/// <param name="difference">Null for the newest sync.</param>
/// <param name="now">The present time.</param>
/// <param name="report">Receives the faults of files that can't be read, and of organizations that have no two states.</param>
internal sealed class InventoryPairFinder(
    InventoryReference? reference,
    InventoryReference? difference,
    DateTimeOffset now,
    Action<SentryException> report)
{
    // A store is read several times, but a damaged file in it is reported once.
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The pairs of states.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="organizations">The organizations to compare; null for all.</param>
    /// <exception cref="SentryException">There is no inventory where one is named, or the reference is Sentry itself.</exception>
    public IEnumerable<InventoryPair> Find(string root, IReadOnlyList<OrganizationReference>? organizations)
    {
        if (reference?.IsLive is true)
        {
            throw ComparisonFaults.ReferenceIsLive();
        }

        // A sync that is named by its path also says which organization to compare.
        var named = (reference?.Path ?? difference?.Path) is { } path ? OpenPath(path) : null;
        var stores = InventoryPlace.FindAll(named is null ? root : InventoryStore.Of(named.Path).Folder).ToArray();
        if (stores.Length == 0)
        {
            throw InventoryFaults.NotFound(root);
        }

        var missing = organizations?.Where(key => !key.IsPattern).ToList() ?? [];
        foreach (var store in stores)
        {
            if (store.OpenNewest(ReportFile) is { } newest && IsWanted(newest, named, organizations, missing)
                && FindIn(store, newest) is { } pair)
            {
                yield return pair;
            }
        }

        missing.ForEach(key => report(ComparisonFaults.NoInventory(key)));
    }

    // A sync from the pipeline has the slug that its organization had then, so a key may match it or the newest sync.
    private static bool IsWanted(
        InventorySnapshot newest,
        InventorySnapshot? named,
        IReadOnlyList<OrganizationReference>? organizations,
        List<OrganizationReference> missing)
    {
        InventoryHeader[] headers = named is null ? [newest.Header] : [newest.Header, named.Header];
        bool Matches(OrganizationReference key) => headers.Any(header => key.Matches(header.OrganizationSlug, header.OrganizationId));

        missing.RemoveAll(Matches);
        return organizations?.Any(Matches) != false;
    }

    private InventoryPair? FindIn(InventoryStore store, InventorySnapshot newest)
    {
        var organization = newest.Header.OrganizationSlug;
        var isLive = difference is { IsLive: true };
        var after = difference is null ? newest : Open(store, difference);
        if (after is null && !isLive)
        {
            report(ComparisonFaults.NoSync(organization, difference));
            return null;
        }

        if ((reference is null ? OpenBefore(store, after) : Open(store, reference)) is not { } before)
        {
            report(ComparisonFaults.NoSync(organization, reference));
            return null;
        }

        if (after is not null && FindFault(organization, before, after) is { } fault)
        {
            report(fault);
            return null;
        }

        return new InventoryPair(before, after);
    }

    private static SentryException? FindFault(string organization, InventorySnapshot before, InventorySnapshot after) =>
        before.Path == after.Path ? ComparisonFaults.SameSync(organization, before.Header)
        : IsSameOrganization(before.Header, after.Header) ? null
        : ComparisonFaults.OtherOrganization(before.Header, after.Header);

    // Null for Sentry itself, and if there is no such sync.
    private InventorySnapshot? Open(InventoryStore store, InventoryReference wanted) =>
        wanted switch
        {
            { Path: { } path } => OpenPath(path),
            { AsOf: { } time } => store.OpenAsOf(time, ReportFile),
            { Ago: { } ago } => store.OpenAsOf(ago < now - DateTimeOffset.MinValue ? now - ago : DateTimeOffset.MinValue, ReportFile),
            _ => null,
        };

    private InventorySnapshot OpenPath(string path) =>
        Directory.Exists(path)
            ? new InventoryStore(path).OpenNewest(ReportFile) ?? throw InventoryFaults.NotFound(path)
            : InventorySnapshot.Open(path);

    private InventorySnapshot? OpenBefore(InventoryStore store, InventorySnapshot? after) =>
        store.OpenAll(ReportFile).FirstOrDefault(snapshot => after is null || snapshot.Header.StartedAt < after.Header.StartedAt);

    // A slug can pass to another organization, so the ids decide if both are known.
    private static bool IsSameOrganization(InventoryHeader one, InventoryHeader other) =>
        one.Host == other.Host
        && (
            one.OrganizationId is { } id && other.OrganizationId is { } otherId
                ? id == otherId
                : one.OrganizationSlug == other.OrganizationSlug);

    private void ReportFile(SentryException fault)
    {
        if (_reported.Add(fault.Message))
        {
            report(fault);
        }
    }
}
