using System.Globalization;

namespace SentryAudit.Pipeline;

/// <summary>Counts what a listing gives, and shows it at most five times a second once it takes longer than one page.</summary>
/// <param name="what">What the count is of.</param>
/// <param name="quietItems">How many come before anything is shown.</param>
internal sealed class ListingProgress(
    ICmdletPipeline pipeline,
    TimeProvider clock,
    string activity,
    string what = "read",
    int quietItems = ListingProgress.OnePage)
{
    private const int OnePage = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private long _shownAt;
    private int _count;
    private bool _shown;

    public void Count() => Count(1);

    public void Count(int items)
    {
        _count += items;
        if (_count <= quietItems || (_shown && clock.GetElapsedTime(_shownAt) < Interval))
        {
            return;
        }

        _shown = true;
        _shownAt = clock.GetTimestamp();
        pipeline.Progress(new PipelineProgress(activity, string.Create(CultureInfo.InvariantCulture, $"{_count} {what}")));
    }

    public void Complete()
    {
        if (_shown)
        {
            pipeline.Progress(new PipelineProgress(activity, "Done", Completed: true));
        }
    }
}
