using System.Runtime.ExceptionServices;
using SentryAudit.Common.Files;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>Reads one organization, several kinds at the same time, and writes the next state of its store.</summary>
internal sealed class OrganizationSync(ISentrySource source, SyncOptions options, TimeProvider clock, SyncProgress progress)
{
    // Less than the number of requests that Sentry allows at the same time, since some listings send several requests at once.
    private const int Parallelism = 6;

    /// <param name="organization">The organization.</param>
    /// <param name="report">Receives the faults of damaged files.</param>
    /// <param name="cancellationToken">Cancels the sync, which leaves the store unchanged.</param>
    /// <exception cref="SentryException">
    /// The token was refused, another process writes to the store, or the store can't be written.
    /// </exception>
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
            var before = upkeep.FindComplete(report, cancellationToken);

            // The ids of releases begin with the organization's id, so they would change if Sentry did not report it to this token.
            var home = organization with { Id = organization.Id ?? before?.Header.OrganizationId };
            return await WriteAsync(store, upkeep, home, before, cancellationToken).ConfigureAwait(false);
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
        InventorySnapshot? before,
        CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        using var writer = new InventoryWriter(upkeep.UnfinishedPath);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sections = new SectionSync(writer, before, startedAt, options.ReleasesSince, progress);
        await RunAsync(MakeSteps(sections, new OrganizationListings(source, home), abandon.Token), abandon).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!sections.IsAnythingRead)
        {
            return new SyncOutcome(store, Written: null, sections.Faults);
        }

        writer.Complete(MakeHeader(home, before, startedAt));
        upkeep.Publish();
        upkeep.Prune(options.Keep);
        return new SyncOutcome(store, InventorySnapshot.Open(store.CurrentPath), sections.Faults) { Limited = sections.Limited };
    }

    private InventoryHeader MakeHeader(OrganizationHome home, InventorySnapshot? before, DateTimeOffset startedAt) =>
        new()
        {
            Format = InventoryHeader.FormatName,
            SchemaVersion = InventoryHeader.CurrentSchemaVersion,
            ModuleVersion = SyncOptions.ModuleVersion,
            Host = options.Host,
            OrganizationId = home.Id,
            OrganizationSlug = home.Slug,
            AccountName = options.AccountName ?? before?.Header.AccountName,
            StartedAt = startedAt,
            EndedAt = clock.GetUtcNow(),
            Scopes = options.Scopes,
            Sections = [],
        };

    private IEnumerable<Func<Task>> MakeSteps(SectionSync sections, OrganizationListings listings, CancellationToken cancellationToken)
    {
        // The kinds that take longest come first.
        yield return MakeStep(InventoryKinds.Release);
        yield return MakeStep(InventoryKinds.TeamMember);
        yield return MakeStep(InventoryKinds.Member);
        yield return MakeStep(InventoryKinds.AlertRule);
        yield return MakeStep(InventoryKinds.Monitor);
        yield return MakeStep(InventoryKinds.ProjectKey);
        yield return MakeStep(InventoryKinds.Project);
        yield return MakeStep(InventoryKinds.Team);
        yield return MakeStep(InventoryKinds.Repository);
        yield return MakeStep(InventoryKinds.Organization);
        yield return MakeStep(InventoryKinds.Role);
        yield return MakeStep(InventoryKinds.Integration);

        Func<Task> MakeStep<T>(InventoryKind<T> kind)
            where T : class => options.Types.Contains(kind.Type)
                ? () => sections.ReadAsync(kind, listings, cancellationToken)
                : () => Task.Run(() => sections.Keep(kind));
    }

    // The first failure cancels the other steps, and is thrown when all have ended.
    private static async Task RunAsync(IEnumerable<Func<Task>> steps, CancellationTokenSource abandon)
    {
        Exception? first = null;
        await Parallel.ForEachAsync(steps, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (step, _) =>
        {
            try
            {
                if (!abandon.IsCancellationRequested)
                {
                    await step().ConfigureAwait(false);
                }
            }
#pragma warning disable CA1031 // Every exception is thrown again when all steps have ended.
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

    // Without the id, the store is found by the slug that the organization had in the last sync.
    private InventoryStore FindStore(OrganizationHome organization)
    {
        UnsafePlace.RefuseFolder(options.Root);
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
