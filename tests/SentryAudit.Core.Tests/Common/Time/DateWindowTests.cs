using SentryAudit.Common.Time;

namespace SentryAudit.Core.Tests.Common.Time;

public sealed class DateWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 1, 10, 20, 30, TimeSpan.Zero);

    [Fact]
    public void The_end_is_not_part_of_a_window()
    {
        var window = new DateWindow(Start, Start.AddHours(1));

        Assert.Equal(
            (true, true, false),
            (window.Contains(Start), window.Contains(Start.AddHours(1).AddTicks(-1)), window.Contains(Start.AddHours(1))));
        Assert.False(window.Contains(Start.AddTicks(-1)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(30 * 24, 1)]
    [InlineData((30 * 24) + 1, 2)]
    [InlineData(90 * 24, 3)]
    public void The_parts_of_a_window_have_no_instant_twice_or_missing(int hours, int count)
    {
        var window = new DateWindow(Start, Start.AddHours(hours));

        var parts = window.Split(TimeSpan.FromDays(30)).ToArray();

        Assert.Equal(count, parts.Length);
        Assert.Equal((window.Start, window.End), (parts[0].Start, parts[^1].End));
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(parts, part => Assert.InRange(part.Length, TimeSpan.FromTicks(1), TimeSpan.FromDays(30)));
    }

    [Fact]
    public void A_window_grows_to_whole_buckets()
    {
        var grown = new DateWindow(Start, Start.AddDays(2)).ToBuckets(TimeSpan.FromDays(1));

        Assert.Equal("2026-08-01 00:00 to 2026-08-04 00:00 UTC", grown.ToString());
        Assert.Equal(grown, grown.ToBuckets(TimeSpan.FromDays(1)));
        Assert.Equal(
            "2026-08-01 10:00 to 2026-08-03 11:00 UTC",
            new DateWindow(Start, Start.AddDays(2)).ToBuckets(TimeSpan.FromHours(1)).ToString());
    }
}
