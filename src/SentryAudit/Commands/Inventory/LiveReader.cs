using SentryAudit.Common.Streams;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Pipeline;
using SentryAudit.Sources;

namespace SentryAudit.Commands.Inventory;

/// <summary>Reads the present state of an organization from Sentry, to compare a stored state with it.</summary>
/// <param name="source">Sentry.</param>
/// <param name="host">Its address.</param>
/// <param name="clock">The clock of the connection.</param>
/// <param name="begin">Begins to show progress for an organization.</param>
internal sealed class LiveReader(ISentrySource source, Uri host, TimeProvider clock, Func<string, ListingProgress> begin)
{
    /// <exception cref="SentryException">The stored state comes from another Sentry, or the organization can't be read.</exception>
    public async Task<IInventoryState> ReadAsync(
        InventorySnapshot reference,
        IReadOnlyList<InventoryKind> kinds,
        CancellationToken cancellationToken)
    {
        var header = reference.Header;
        if (header.Host != host)
        {
            throw OtherHost(header);
        }

        var progress = begin(header.OrganizationSlug);
        try
        {
            // Kinds are read on many threads. Progress<int> brings the counts back to the pipeline thread.
            IProgress<int> counted = new Progress<int>(progress.Count);
            return await LiveState.ReadAsync(
                new OrganizationListings(source, await FindAsync(header, cancellationToken)),
                kinds,
                clock.GetUtcNow(),
                reference,
                () => counted.Report(1),
                cancellationToken);
        }
        finally
        {
            progress.Complete();
        }
    }

    private async Task<OrganizationHome> FindAsync(InventoryHeader header, CancellationToken cancellationToken)
    {
        var key = new OrganizationReference(header.OrganizationId ?? header.OrganizationSlug);
        return (await source.ResolveOrganizationsAsync(key, cancellationToken).ReadAllAsync(cancellationToken))[0];
    }

    private SentryException OtherHost(InventoryHeader header) =>
        new(
            "InventoryOtherHost",
            SentryErrorCategory.InvalidArgument,
            $"The inventory of {header.OrganizationSlug} was made of {header.Host}, but the connection is to {host}.",
            $"Connect to {header.Host}, or choose another organization with -Organization.");
}
