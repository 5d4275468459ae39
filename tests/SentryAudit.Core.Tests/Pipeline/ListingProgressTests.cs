using SentryAudit.Core.Tests.Support;
using SentryAudit.Pipeline;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Pipeline;

public sealed class ListingProgressTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakePipeline _pipeline = new();
    private readonly ListingProgress _progress;

    public ListingProgressTests() => _progress = new ListingProgress(_pipeline, _clock, "Reading members of acme");

    [Fact]
    public void One_page_shows_nothing()
    {
        Count(100, TimeSpan.FromSeconds(1));
        _progress.Complete();

        Assert.Empty(_pipeline.Calls);
    }

    [Fact]
    public void More_than_a_page_is_shown_and_completed()
    {
        Count(101, TimeSpan.Zero);
        _progress.Complete();

        Assert.Equal(
            [
                new PipelineProgress("Reading members of acme", "101 read"),
                new PipelineProgress("Reading members of acme", "Done", Completed: true),
            ],
            _pipeline.ProgressStates);
    }

    [Theory]
    [InlineData(1, 5)] // a thousand items a second
    [InlineData(10, 5)]
    [InlineData(500, 2)] // slow ones are shown one by one
    public void It_changes_at_most_five_times_a_second(int millisecondsPerItem, int perSecond)
    {
        Count(100, TimeSpan.Zero);
        Count(3000 / millisecondsPerItem, TimeSpan.FromMilliseconds(millisecondsPerItem));

        Assert.Equal(3 * perSecond, _pipeline.ProgressStates.Count);
    }

    private void Count(int items, TimeSpan apart)
    {
        for (var i = 0; i < items; i++)
        {
            _progress.Count();
            _clock.Advance(apart);
        }
    }
}
