using System.Runtime.ExceptionServices;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>Reads one organization, kinds side by side, and makes the next state of its store of it.</summary>
internal sealed class OrganizationSync(ISentrySource source, SyncOptions options, TimeProvider clock, SyncProgress progress)
{
    // Below Sentry's limit of requests at a time; some listings ask for several things at once themselves.
    private const int Parallelism = 6;

    /// <param name="organization">The organization.</param>
    /// <param name="report">Hears of damaged files that are passed over.</param>
    /// <param name="cancellationToken">Ends it and leaves the store as it was.</param>
    /// <exception cref="SentryException">The token was refused, another process writes there, or the store can't be written.</exception>
    public async Task<SyncOutcome> RunAsync(
        OrganizationHome organization,
        Action<SentryException> report,
        CancellationToken cancellationToken)
    {
        var store = FindStore(organization);
        using var held = StoreLock.Take(store.Folder, clock.GetUtcNow());
        var upkeep = new StoreUpkeep(store);
        upkeep.RemoveLeftOvers();
        try
        {
            var known = upkeep.FindWhole(report, cancellationToken);

            // A token that can't learn the id must not make other objects of the releases, whose ids begin with it.
            var home = organization with { Id = organization.Id ?? known?.Header.OrganizationId };
            return await WriteAsync(store, upkeep, home, known, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            upkeep.RemoveLeftOvers();
        }
    }

    private async Task<SyncOutcome> WriteAsync(
        InventoryStore store,
        StoreUpkeep upkeep,
        OrganizationHome home,
        InventorySnapshot? known,
        CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        using var writer = new InventoryWriter(upkeep.UnfinishedPath);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sections = new SectionSync(writer, known, startedAt, options.ReleasesSince, progress);
        await RunAsync(Works(sections, new OrganizationListings(source, home), abandon.Token), abandon).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!sections.IsAnythingRead)
        {
            return new SyncOutcome(store, Written: null, sections.Faults);
        }

        writer.Complete(new InventoryHeader
        {
            Format = InventoryHeader.FormatName,
            SchemaVersion = InventoryHeader.CurrentSchemaVersion,
            ModuleVersion = SyncOptions.ModuleVersion,
            Host = options.Host,
            OrganizationId = home.Id,
            OrganizationSlug = home.Slug,
            AccountName = options.AccountName ?? known?.Header.AccountName,
            StartedAt = startedAt,
            EndedAt = clock.GetUtcNow(),
            Scopes = options.Scopes,
            Sections = [],
        });
        upkeep.Publish();
        upkeep.Prune(options.Keep);
        return new SyncOutcome(store, InventorySnapshot.Open(store.CurrentPath), sections.Faults);
    }

    private IEnumerable<Func<Task>> Works(SectionSync sections, OrganizationListings listings, CancellationToken cancellationToken)
    {
        // What takes longest comes first.
        yield return Work(InventoryKinds.Release);
        yield return Work(InventoryKinds.TeamMember);
        yield return Work(InventoryKinds.Member);
        yield return Work(InventoryKinds.AlertRule);
        yield return Work(InventoryKinds.Monitor);
        yield return Work(InventoryKinds.ProjectKey);
        yield return Work(InventoryKinds.Project);
        yield return Work(InventoryKinds.Team);
        yield return Work(InventoryKinds.Repository);
        yield return Work(InventoryKinds.Organization);
        yield return Work(InventoryKinds.Role);
        yield return Work(InventoryKinds.Integration);

        Func<Task> Work<T>(InventoryKind<T> kind)
            where T : class => options.Types.Contains(kind.Type)
                ? () => sections.ReadAsync(kind, listings, cancellationToken)
                : () => Task.Run(() => sections.Keep(kind));
    }

    // The first failure ends the others, and is the one that is told.
    private static async Task RunAsync(IEnumerable<Func<Task>> works, CancellationTokenSource abandon)
    {
        Exception? first = null;
        await Parallel.ForEachAsync(works, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (work, _) =>
        {
            try
            {
                if (!abandon.IsCancellationRequested)
                {
                    await work().ConfigureAwait(false);
                }
            }
#pragma warning disable CA1031 // Whatever it is, it is thrown again when all have ended.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref first, fault, comparand: null);
                await abandon.CancelAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        if (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }

    // An id stays when a slug changes. A token that can't learn the id finds the store by the slug it last had.
    private InventoryStore FindStore(OrganizationHome organization)
    {
        var store = InventoryPlace.For(options.Root, options.Host, organization.Id ?? organization.Slug);
        return organization.Id is not null || store.Exists
            ? store
            : InventoryPlace
                .FindAll(Path.GetDirectoryName(store.Folder)!)
                .FirstOrDefault(other =>
                    other.OpenNewest(static _ => { })?.Header is { } header
                    && header.Host == options.Host
                    && header.OrganizationSlug == organization.Slug)
                ?? store;
    }
}
