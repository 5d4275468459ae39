using System.Globalization;

namespace SentryAudit.Inventory;

/// <summary>Counts what a sync reads, on any thread, and tells it at most five times a second.</summary>
/// <param name="clock">The clock.</param>
/// <param name="tell">Takes the text; called on whichever thread counted.</param>
internal sealed class SyncProgress(TimeProvider clock, Action<string> tell)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly object _lock = new();
    private long _toldAt = clock.GetTimestamp();
    private int _objects;
    private int _kinds;

    public void CountObject() => Count(ref _objects);

    public void CountKind() => Count(ref _kinds);

    private void Count(ref int what)
    {
        string text;
        lock (_lock)
        {
            what++;
            if (clock.GetElapsedTime(_toldAt) < Interval)
            {
                return;
            }

            _toldAt = clock.GetTimestamp();
            text = string.Create(
                CultureInfo.InvariantCulture,
                $"{_objects} objects read, {_kinds} of {InventoryKinds.All.Count} kinds done");
        }

        tell(text);
    }
}
