using SentryAudit.Inventory;
using SentryAudit.Pipeline;

namespace SentryAudit.Commands.Inventory;

/// <summary>Removes stored states, store by store. The current state goes only together with all the others.</summary>
/// <param name="pipeline">Where it is asked.</param>
/// <param name="isWholeHistory">Whether a current state may go, and every earlier one with it.</param>
/// <param name="clock">Tells the time of the removal.</param>
/// <param name="report">Writes why a state is not removed.</param>
internal sealed class StateRemoval(
    ICmdletPipeline pipeline, bool isWholeHistory, TimeProvider clock, Action<SentryException, object?> report)
{
    public void Remove(IEnumerable<SentryInventory> chosen, CancellationToken cancellationToken)
    {
        foreach (var store in chosen.GroupBy(state => StoreRemoval.FindStore(state.Path)?.Folder, StringComparer.Ordinal).ToArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (store.Key is not null)
            {
                Remove(new InventoryStore(store.Key), [.. store]);
                continue;
            }

            foreach (var state in store)
            {
                report(InventoryFaults.NotStored(state.Path), state.Path);
            }
        }
    }

    private void Remove(InventoryStore store, SentryInventory[] chosen)
    {
        // A damaged state is not the current one any more: readers already use the newest earlier state instead.
        var current = chosen.FirstOrDefault(state => state.Path == store.CurrentPath && !StoreUpkeep.IsDamaged(state.Path));
        if (current is not null && !isWholeHistory)
        {
            report(InventoryFaults.IsCurrent(current.Path), current.Path);
        }

        // A whole history is confirmed once, any other state by itself.
        string[] files = current is null || !isWholeHistory
            ? [.. chosen.Where(state => state != current && IsConfirmed(state)).Select(state => state.Path)]
            : [.. IsWholeConfirmed(store, current) ? store.Files : []];
        try
        {
            if (files.Length > 0)
            {
                StoreRemoval.Remove(store, files, clock.GetUtcNow());
            }
        }
        catch (SentryException error)
        {
            report(error, store.Folder);
        }
    }

    private bool IsWholeConfirmed(InventoryStore store, SentryInventory current) =>
        pipeline.ShouldProcess($"{current}, the current state and all earlier ones ({store.Folder})", "Remove the whole inventory");

    private bool IsConfirmed(SentryInventory state) =>
        pipeline.ShouldProcess(state.StartedAt is null ? state.Path : $"{state} ({state.Path})", "Remove the stored state");
}
