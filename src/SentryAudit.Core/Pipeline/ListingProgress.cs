using System.Globalization;

namespace SentryAudit.Pipeline;

/// <summary>Counts the items of a listing, and shows the number at most five times a second if there is more than one page.</summary>
/// <param name="pipeline">Shows it.</param>
/// <param name="clock">The clock.</param>
/// <param name="activity">What is being done.</param>
/// <param name="countedAs">The words after the number, for example <c>read</c>.</param>
/// <param name="quietItems">The number of items up to which nothing is shown.</param>
internal sealed class ListingProgress(
    ICmdletPipeline pipeline,
    TimeProvider clock,
    string activity,
    string countedAs = "read",
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
        pipeline.Progress(new PipelineProgress(activity, string.Create(CultureInfo.InvariantCulture, $"{_count} {countedAs}")));
    }

    public void Complete()
    {
        if (_shown)
        {
            pipeline.Progress(new PipelineProgress(activity, "Done", Completed: true));
        }
    }
}
