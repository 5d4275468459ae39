using SentryAudit.Common.Time;
using SentryAudit.Requests;

namespace SentryAudit.Core.Tests.Requests;

public sealed class BucketPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 34, 0, TimeSpan.Zero);

    [Fact]
    public void Hours_are_whole_and_end_with_the_one_that_runs()
    {
        var plan = Plan(Now.AddHours(-24), Now, 1);

        Assert.Equal(25, plan.Buckets.Count);
        Assert.Equal("2026-08-31 12:00 to 2026-09-01 13:00 UTC", plan.Asked.ToString());
    }

    [Fact]
    public void Days_of_UTC_are_asked_for_as_such()
    {
        var plan = Plan(Now.AddDays(-3), Now, 24);

        Assert.Equal((4, TimeSpan.FromDays(1)), (plan.Buckets.Count, plan.Step));
        Assert.Equal("2026-08-29 00:00 to 2026-09-02 00:00 UTC", plan.Asked.ToString());
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28", 24, 23, 24)]
    [InlineData("Europe/Berlin", "2025-10-25", 24, 25, 24)]
    [InlineData("America/New_York", "2026-03-07", 24, 23, 24)]
    [InlineData("America/New_York", "2025-11-01", 24, 25, 24)]
    [InlineData("Africa/Cairo", "2026-04-23", 24, 23, 24)]
    public void Days_of_a_zone_are_sums_of_hours(string zone, string from, params int[] hours)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var first = DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var plan = new BucketPlan(
            new DateWindow(Zones.ToUtc(first, info), Zones.ToUtc(first.AddDays(3), info)),
            TimeSpan.FromDays(1),
            info,
            Now.AddYears(1));

        Assert.Equal(hours, plan.Buckets.Select(bucket => (int)bucket.Length.TotalHours));
        Assert.Equal(TimeSpan.FromHours(1), plan.Step);
        Assert.Equal((plan.Buckets[0].Start, plan.Buckets[^1].End), (plan.Asked.Start, plan.Asked.End));
        Assert.All(plan.Buckets.Zip(plan.Buckets.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.False(plan.IsRough);
    }

    [Fact]
    public void Nothing_after_now_is_asked_for()
    {
        var plan = new BucketPlan(
            new DateWindow(Now.AddDays(-1), Now),
            TimeSpan.FromDays(1),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Now);

        Assert.Equal("2026-08-30 22:00 to 2026-09-01 13:00 UTC", plan.Asked.ToString());
        Assert.Equal(TimeSpan.FromHours(24), plan.Buckets[^1].Length);
    }

    [Fact]
    public void Days_that_begin_at_half_an_hour_take_the_hours_that_begin_in_them()
    {
        var plan = new BucketPlan(
            new DateWindow(Now.AddDays(-2), Now),
            TimeSpan.FromDays(1),
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"),
            Now);

        Assert.True(plan.IsRough);
        Assert.Equal(-1, plan.IndexOf(plan.Asked.Start));
        Assert.Equal(0, plan.IndexOf(plan.Asked.Start.AddHours(1)));
    }

    [Fact]
    public void Hours_of_a_zone_begin_at_midnight_there_even_half_an_hour_off()
    {
        var kolkata = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        var midnight = new DateTime(2026, 8, 20, 0, 0, 0, DateTimeKind.Unspecified);
        var plan = new BucketPlan(
            new DateWindow(Zones.ToUtc(midnight, kolkata), Zones.ToUtc(midnight.AddDays(1), kolkata)),
            TimeSpan.FromHours(1),
            kolkata,
            Now);

        Assert.Equal(24, plan.Buckets.Count);
        Assert.Equal(Zones.ToUtc(midnight, kolkata), plan.Buckets[0].Start);
        Assert.True(plan.IsRough);

        // Every hour of UTC that begins on that day counts, and no other.
        var counted = plan.Asked.Split(TimeSpan.FromHours(1)).Where(hour => plan.IndexOf(hour.Start) >= 0).ToArray();
        Assert.Equal((24, 24), (counted.Length, counted.Select(hour => plan.IndexOf(hour.Start)).Distinct().Count()));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(300)]
    [InlineData(2880)]
    public void Intervals_that_Sentry_does_not_count_in_are_refused(int minutes) =>
        Assert.Equal(
            "ImpossibleInterval",
            Assert
                .Throws<SentryException>(() =>
                    new BucketPlan(new DateWindow(Now.AddDays(-1), Now), TimeSpan.FromMinutes(minutes), TimeZoneInfo.Utc, Now))
                .ErrorId);

    [Fact]
    public void A_time_is_found_in_its_span_and_in_no_other()
    {
        var plan = Plan(Now.AddHours(-6), Now, 1);

        Assert.All(plan.Buckets.Select((bucket, index) => (bucket, index)), span =>
            Assert.Equal((span.index, span.index), (plan.IndexOf(span.bucket.Start), plan.IndexOf(span.bucket.End.AddTicks(-1)))));
        Assert.Equal((-1, -1), (plan.IndexOf(plan.Buckets[0].Start.AddTicks(-1)), plan.IndexOf(plan.Buckets[^1].End)));
    }

    private static BucketPlan Plan(DateTimeOffset start, DateTimeOffset end, int hours) =>
        new(new DateWindow(start, end), TimeSpan.FromHours(hours), TimeZoneInfo.Utc, Now);
}
