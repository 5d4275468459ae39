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
        string root,
        IReadOnlyList<OrganizationReference>? organizations,
        InventoryReference? reference,
        InventoryReference? difference,
        DateTimeOffset now,
        Action<SentryException> report)
    {
        if (reference?.IsLive is true)
        {
            throw new SentryException(
                "InventoryReferenceLive",
                SentryErrorCategory.InvalidArgument,
                "Sentry as it is now can only be the difference.",
                "Use -Difference Live.");
        }

        // Several looks at one store tell of a damaged file once.
        var told = new HashSet<string>(StringComparer.Ordinal);
        void Tell(SentryException fault)
        {
            if (told.Add(fault.Message))
            {
                report(fault);
            }
        }

        // A named sync says itself which organization is meant.
        var anchor = (reference?.Path ?? difference?.Path) is { } path ? OpenPath(path, Tell) : null;
        var stores = InventoryPlace.FindAll(anchor is null ? root : InventoryStore.Of(anchor.Path).Folder).ToArray();
        if (stores.Length == 0)
        {
            throw InventoryFault.NotFound(root);
        }

        // A sync piped in brings the slug that its organization had then.
        bool Means(OrganizationReference key, InventoryHeader header) =>
            new[] { header, anchor?.Header }.Any(known => known is not null && key.Matches(known.OrganizationSlug, known.OrganizationId));

        var missing = organizations?.Where(key => !key.IsPattern).ToList() ?? [];
        foreach (var store in stores)
        {
            if (store.OpenNewest(Tell) is not { Header: var header } newest || organizations?.Any(key => Means(key, header)) is false)
            {
                continue;
            }

            missing.RemoveAll(key => Means(key, header));
            if (Find(store, newest, reference, difference, now, Tell) is { } pair)
            {
                yield return pair;
            }
        }

        foreach (var key in missing)
        {
            report(ComparisonDoubt.NoInventory(key));
        }
    }

    private static InventoryPair? Find(
        InventoryStore store,
        InventorySnapshot newest,
        InventoryReference? reference,
        InventoryReference? difference,
        DateTimeOffset now,
        Action<SentryException> report)
    {
        var organization = newest.Header.OrganizationSlug;
        var isLive = difference is { IsLive: true };
        var after = isLive ? null : difference is null ? newest : Open(store, difference, now, report);
        if (after is null && !isLive)
        {
            report(ComparisonDoubt.NoSync(organization, difference));
            return null;
        }

        if ((reference is null ? Before(store, after, report) : Open(store, reference, now, report)) is not { } before)
        {
            report(ComparisonDoubt.NoSync(organization, reference));
            return null;
        }

        if (after is not null && (before.Path == after.Path || !IsSameOrganization(before.Header, after.Header)))
        {
            report(
                before.Path == after.Path
                    ? ComparisonDoubt.SameSync(organization, before.Header)
                    : ComparisonDoubt.OtherOrganization(before.Header, after.Header));
            return null;
        }

        return new InventoryPair(before, after);
    }

    private static InventorySnapshot? Open(
        InventoryStore store,
        InventoryReference? wanted,
        DateTimeOffset now,
        Action<SentryException> report) =>
        wanted switch
        {
            null => null,
            { Path: { } path } => OpenPath(path, report),
            { AsOf: { } time } => store.OpenAsOf(time, report),
            { Ago: { } ago } => store.OpenAsOf(ago < now - DateTimeOffset.MinValue ? now - ago : DateTimeOffset.MinValue, report),
            _ => null,
        };

    private static InventorySnapshot OpenPath(string path, Action<SentryException> report) =>
        Directory.Exists(path)
            ? new InventoryStore(path).OpenNewest(report) ?? throw InventoryFault.NotFound(path)
            : InventorySnapshot.Open(path);

    private static InventorySnapshot? Before(InventoryStore store, InventorySnapshot? after, Action<SentryException> report) =>
        store.OpenAll(report).FirstOrDefault(snapshot => after is null || snapshot.Header.StartedAt < after.Header.StartedAt);

    // A slug can change hands; the id is not always known.
    private static bool IsSameOrganization(InventoryHeader one, InventoryHeader other) =>
        one.Host == other.Host
        && (
            one.OrganizationId is { } id && other.OrganizationId is { } otherId
                ? id == otherId
                : one.OrganizationSlug == other.OrganizationSlug);
}
