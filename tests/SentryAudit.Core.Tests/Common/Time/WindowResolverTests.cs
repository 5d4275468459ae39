using System.Globalization;
using SentryAudit.Common.Time;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Common.Time;

public sealed class WindowResolverTests
{
    // A Tuesday, 12:34 UTC.
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 34, 0, TimeSpan.Zero);

    private readonly List<string> _warnings = [];

    public static TheoryData<string, string> Styles => new()
    {
        { "Date=2026-08-20", "2026-08-20 00:00 to 2026-08-21 00:00" },
        { "Date=2026-08-20T17:30", "2026-08-20 00:00 to 2026-08-21 00:00" },
        { "Date=2026-09-01", "2026-09-01 00:00 to 2026-09-01 12:34" },
        { "DaysBack=0", "2026-09-01 00:00 to 2026-09-01 12:34" },
        { "DaysBack=1", "2026-08-31 00:00 to 2026-09-01 00:00" },
        { "StartDate=2026-08-20 EndDate=2026-08-25", "2026-08-20 00:00 to 2026-08-25 00:00" },
        { "StartDate=2026-08-20T06:30", "2026-08-20 06:30 to 2026-09-01 12:34" },
        { "StartDate=2026-08-20 EndDate=2026-10-01", "2026-08-20 00:00 to 2026-09-01 12:34" },
        { "DaysBackStart=10 DaysBackEnd=5", "2026-08-22 00:00 to 2026-08-28 00:00" }, // both days, six in all
        { "DaysBackStart=10", "2026-08-22 00:00 to 2026-09-01 12:34" },
        { "DaysBackStart=5 DaysBackEnd=5", "2026-08-27 00:00 to 2026-08-28 00:00" },
        { "Last=1.00:00:00", "2026-08-31 12:34 to 2026-09-01 12:34" },
    };

    public static TheoryData<string, string> Impossible => new()
    {
        { "Date=2026-08-20 DaysBack=1", "-Date and -DaysBack" },
        { "DaysBack=1 Last=1.00:00:00", "-DaysBack and -Last" },
        { "EndDate=2026-08-20 Last=1.00:00:00", "-StartDate/-EndDate and -Last" },
        { "StartDate=2026-08-20 DaysBackEnd=1", "-StartDate/-EndDate and -DaysBackStart/-DaysBackEnd" },
        { "Date=2026-08-20 StartDate=2026-08-20 Last=1.00:00:00", "-Date and -StartDate/-EndDate and -Last" },
        { "EndDate=2026-08-20", "without -StartDate" },
        { "DaysBackEnd=3", "without -DaysBackStart" },
        { "DaysBackStart=5 DaysBackEnd=10", "5 days ago is after 10 days ago" },
        { "StartDate=2026-08-25 EndDate=2026-08-20", "empty" },
        { "StartDate=2026-08-25 EndDate=2026-08-25", "empty" },
        { "Date=2026-09-02", "not begun" },
        { "StartDate=2026-09-01T12:34 EndDate=2026-09-03", "not begun" },
        { "Date=2026-01-01", "keeps this for 90 days" },
        { "Date=9999-12-31", "calendar" },
        { "Last=10675199.02:48:05", "calendar" },
        { "StartDate=0001-01-01 TimeZone=Europe/Berlin", "calendar" },
    };

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_style_means_what_it_says(string given, string expected) =>
        Assert.Equal(expected + " UTC", Resolve(Parse(given)).ToString());

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Contradictory_parameters_are_an_error_that_says_why(string given, string why)
    {
        var error = Assert.Throws<SentryException>(() => Resolve(Parse(given)));

        Assert.Equal(("ImpossibleWindow", SentryErrorCategory.InvalidArgument), (error.ErrorId, error.Category));
        Assert.Contains(why, $"{error.Message} {error.RecommendedAction}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public void One_day_back_is_a_range_of_one_day(int days) =>
        Assert.Equal(Resolve(new() { DaysBackStart = days, DaysBackEnd = days }), Resolve(new() { DaysBack = days }));

    [Theory]
    [InlineData("Europe/Berlin", "2026-08-20", "2026-08-19 22:00 to 2026-08-20 22:00")]
    [InlineData("America/New_York", "2026-08-20", "2026-08-20 04:00 to 2026-08-21 04:00")]
    [InlineData("Asia/Kolkata", "2026-08-20", "2026-08-19 18:30 to 2026-08-20 18:30")]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28 23:00 to 2026-03-29 22:00")] // 23 hours
    [InlineData("Europe/Berlin", "2025-10-26", "2025-10-25 22:00 to 2025-10-26 23:00")] // 25 hours
    [InlineData("America/New_York", "2026-03-08", "2026-03-08 05:00 to 2026-03-09 04:00")]
    [InlineData("America/New_York", "2025-11-02", "2025-11-02 04:00 to 2025-11-03 05:00")]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23 22:00 to 2026-04-24 21:00")] // midnight is skipped: the day begins at one
    [InlineData("America/Havana", "2025-11-02", "2025-11-02 04:00 to 2025-11-03 05:00")] // midnight comes twice: the day has both
    public void A_time_zone_shifts_the_days(string zone, string day, string expected) =>
        Assert.Equal(expected + " UTC", Resolve(new() { Date = Time(day), TimeZone = zone }, retention: null).ToString());

    [Fact]
    public void Days_back_are_counted_from_the_zones_today()
    {
        var late = new DateTimeOffset(2026, 9, 1, 23, 0, 0, TimeSpan.Zero); // the second of September in Berlin

        Assert.Equal(
            "2026-08-31 22:00 to 2026-09-01 22:00 UTC",
            Resolve(new() { DaysBack = 1, TimeZone = "Europe/Berlin" }, now: late).ToString());
        Assert.Equal("2026-08-31 00:00 to 2026-09-01 00:00 UTC", Resolve(new() { DaysBack = 1 }, now: late).ToString());
    }

    [Fact]
    public void A_time_with_a_zone_of_its_own_keeps_it()
    {
        var window = Resolve(
            new()
            {
                StartDate = DateTime.SpecifyKind(Time("2026-08-20T06:00"), DateTimeKind.Utc),
                EndDate = Time("2026-08-20T10:00"),
                TimeZone = "Europe/Berlin",
            }
        );

        Assert.Equal("2026-08-20 06:00 to 2026-08-20 08:00 UTC", window.ToString());
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Utc)]
    public void A_day_is_the_one_written_whatever_zone_is_on_it(DateTimeKind kind) =>
        Assert.Equal(
            "2026-08-20 00:00 to 2026-08-21 00:00 UTC",
            Resolve(new() { Date = DateTime.SpecifyKind(Time("2026-08-20"), kind) }).ToString());

    [Fact]
    public void An_unknown_time_zone_is_an_error() =>
        Assert.Equal(
            "UnknownTimeZone",
            Assert.Throws<SentryException>(() => Resolve(new() { DaysBack = 1, TimeZone = "Europe/Atlantis" })).ErrorId);

    [Fact]
    public void A_window_that_begins_before_what_is_kept_is_cut_there_with_a_warning()
    {
        Assert.Equal("2026-06-03 12:34 to 2026-09-01 12:34 UTC", Resolve(new() { DaysBackStart = 120 }).ToString());
        Assert.Contains("90 days", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_as_long_as_what_is_kept_is_not_cut()
    {
        Resolve(new() { Last = TimeSpan.FromDays(90) });

        Assert.Empty(_warnings);
    }

    [Fact]
    public void Without_parameters_the_window_is_the_default_or_none()
    {
        var resolver = new WindowResolver(new ManualTimeProvider(Now));

        Assert.Null(resolver.Resolve(new() { TimeZone = "Europe/Berlin" }, whenNone: null));
        Assert.Equal(new DateWindow(Now.AddDays(-1), Now), resolver.Resolve(new(), TimeSpan.FromDays(1)));
    }

    private DateWindow Resolve(WindowParameters given, DateTimeOffset? now = null) => Resolve(given, TimeSpan.FromDays(90), now);

    private DateWindow Resolve(WindowParameters given, TimeSpan? retention, DateTimeOffset? now = null) =>
        new WindowResolver(new ManualTimeProvider(now ?? Now), _warnings.Add).Resolve(given, TimeSpan.FromDays(1), retention)!;

    private static WindowParameters Parse(string given)
    {
        var values = given
            .Split(' ')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        DateTime? At(string name) => values.TryGetValue(name, out var text) ? Time(text) : null;
        int? Number(string name) => values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        return new WindowParameters
        {
            Date = At("Date"),
            DaysBack = Number("DaysBack"),
            StartDate = At("StartDate"),
            EndDate = At("EndDate"),
            DaysBackStart = Number("DaysBackStart"),
            DaysBackEnd = Number("DaysBackEnd"),
            Last = values.TryGetValue("Last", out var last) ? TimeSpan.Parse(last, CultureInfo.InvariantCulture) : null,
            TimeZone = values.GetValueOrDefault("TimeZone"),
        };
    }

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
