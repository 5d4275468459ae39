using System.Management.Automation;
using SentryAudit.Connecting;
using SentryAudit.Inventory;

namespace SentryAudit.Commands.Inventory;

/// <summary>
/// Removes stored syncs: those from the pipeline, or those that -Before and -Keep leave over. The newest sync of an
/// organization holds its whole history and is removed only with -IncludeCurrent.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "SentryInventory", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = BySync)]
public sealed class RemoveSentryInventoryCommand : SentryCmdlet
{
    private const string BySync = "Sync";
    private const string ByRule = "Rule";

    /// <summary>Syncs as Get-SentryInventory gives them.</summary>
    [Parameter(ParameterSetName = BySync, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public SentryInventory[]? InputObject { get; set; }

    /// <summary>Folder of the inventories; without it SENTRY_INVENTORY, else a folder among the user's application data.</summary>
    [Parameter(ParameterSetName = ByRule)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Only inventories of these organizations, by slug, id or wildcard.</summary>
    [Parameter(ParameterSetName = ByRule)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public OrganizationReference[]? Organization { get; set; }

    /// <summary>Syncs that began before this time. A time without an offset is local.</summary>
    [Parameter(ParameterSetName = ByRule)]
    public DateTimeOffset? Before { get; set; }

    /// <summary>All but so many of the newest syncs of each organization.</summary>
    [Parameter(ParameterSetName = ByRule)]
    [ValidateRange(1, 10_000)]
    public int? Keep { get; set; }

    /// <summary>Also removes the newest sync of an organization, and with it everything remembered.</summary>
    [Parameter]
    public SwitchParameter IncludeCurrent { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var sync in (InputObject ?? Chosen()).ToArray())
            {
                cancellationToken.ThrowIfCancellationRequested();
                TryRemove(sync);
            }
        }
        catch (SentryException error)
        {
            Report(error, Path);
        }

        return Task.CompletedTask;
    }

    private IEnumerable<SentryInventory> Chosen()
    {
        if (Before is null && Keep is null)
        {
            throw new SentryException("InventoryRuleMissing", SentryErrorCategory.InvalidArgument, "Nothing says which syncs to remove.", "Use -Before or -Keep, or pipe syncs of Get-SentryInventory.");
        }

        return StoredInventories.Find(InventoryRoot.Resolve(SessionState, Path), Organization, fault => Report(fault, Path))
            .GroupBy(sync => System.IO.Path.GetDirectoryName(InventoryStore.Of(sync.Path).CurrentPath), StringComparer.Ordinal)
            .SelectMany(store => store.Where((sync, age) => (Before is not { } before || sync.StartedAt < before) && (Keep is not { } keep || age >= keep)))
            .Where(sync => sync.IsCurrent is not true || IsOn(IncludeCurrent));
    }

    private void TryRemove(SentryInventory sync)
    {
        try
        {
            if (sync.IsCurrent is true && !IsOn(IncludeCurrent))
            {
                throw new SentryException("InventoryIsCurrent", SentryErrorCategory.InvalidArgument, $"{sync} is the newest sync of its organization and holds its whole history.", "Use -IncludeCurrent if that is to go.");
            }

            // Whatever the object says now: only what is an inventory is removed.
            var snapshot = InventorySnapshot.Open(sync.Path);
            var store = InventoryStore.Of(snapshot.Path);
            if (Pipeline.ShouldProcess($"{sync} ({sync.Path})", sync.IsCurrent is true ? "Remove the newest sync, which holds the history of the organization" : "Remove the stored sync"))
            {
                using var held = InventoryLock.Take(store.Folder);
                InventoryFault.Guard(snapshot.Path, () =>
                {
                    File.Delete(snapshot.Path);
                    return true;
                });
            }
        }
        catch (SentryException error)
        {
            Report(error, sync);
        }
    }
}
