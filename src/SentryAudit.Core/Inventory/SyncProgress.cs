using System.Globalization;

namespace SentryAudit.Inventory;

/// <summary>Counts the objects that a sync reads, on any thread, and shows the numbers at most five times a second.</summary>
/// <param name="clock">The clock.</param>
/// <param name="show">Shows a text; called from any thread.</param>
internal sealed class SyncProgress(TimeProvider clock, Action<string> show)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly object _lock = new();
    private long _shownAt = clock.GetTimestamp();
    private int _objects;
    private int _kinds;

    public void CountObject() => Count(ref _objects);

    public void CountKind() => Count(ref _kinds);

    private void Count(ref int counter)
    {
        string text;
        lock (_lock)
        {
            counter++;
            if (clock.GetElapsedTime(_shownAt) < Interval)
            {
                return;
            }

            _shownAt = clock.GetTimestamp();
            text = string.Create(
                CultureInfo.InvariantCulture,
                $"{_objects} objects read, {_kinds} of {InventoryKinds.All.Count} kinds done");
        }

        show(text);
    }
}
