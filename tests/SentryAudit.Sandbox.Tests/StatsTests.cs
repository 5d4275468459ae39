using System.Globalization;
using System.Net;
using System.Text.Json;
using SentryAudit.Api.Stats;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class StatsTests : SandboxTest
{
    private const string Quantity = "sum(quantity)";
    private const string Series = "organizations/acme/stats_v2/?project=-1&field=sum(quantity)&category=error";
    private const string Day = "&start=2026-08-30T00:00:00Z&end=2026-08-31T00:00:00Z";

    private readonly ManualClock _clock = new();

    protected override SandboxOptions Options => new() { RateLimits = false, TimeProvider = _clock };

    [Fact]
    public async Task Hours_days_projects_and_the_summary_add_up_to_the_same()
    {
        var hours = await TotalsAsync(Series + "&groupBy=outcome&interval=1h&statsPeriod=14d");
        var days = await TotalsAsync(Series + "&groupBy=outcome&interval=1h" + "&start=2026-08-18T08:00:00Z&end=2026-09-01T08:00:00Z");
        var projects = await Api.GetAsync(Series + "&groupBy=outcome&groupBy=project&interval=1h&statsPeriod=14d");
        var reasons = await Api.GetAsync(Series + "&groupBy=outcome&groupBy=reason&interval=1h&statsPeriod=14d");
        var summary = await Api.GetAsync(
            "organizations/acme/stats-summary/?project=-1&field=sum(quantity)&category=error&interval=1h&statsPeriod=14d");

        Assert.Equal(6, hours.Count);
        Assert.Equal(hours, days);
        Assert.Equal(hours, Regrouped(projects));
        Assert.Equal(hours, Regrouped(reasons));
        foreach (var (outcome, total) in hours)
        {
            var stats = summary.Json.GetProperty("projects").EnumerateArray().SelectMany(row => row.GetProperty("stats").EnumerateArray());
            Assert.Equal(total, stats.Sum(row => row.GetProperty("outcomes").GetProperty(outcome).GetInt64()));
        }
    }

    [Fact]
    public async Task Series_have_every_interval_and_add_up_to_the_totals()
    {
        var answer = await Api.GetAsync(Series + "&groupBy=outcome&interval=1h" + Day);

        Assert.Equal(24, answer.Json.GetProperty("intervals").GetArrayLength());
        Assert.Equal("2026-08-30T00:00:00Z", answer.Json.GetProperty("intervals")[0].GetString());
        Assert.Equal("2026-08-31T00:00:00Z", answer.Json.GetProperty("end").GetString());
        foreach (var group in Groups(answer))
        {
            var series = group.GetProperty("series").GetProperty(Quantity).EnumerateArray().Select(count => count.GetInt64()).ToList();
            Assert.Equal(24, series.Count);
            Assert.Equal(Total(group), series.Sum());
        }

        Assert.Contains(Groups(answer), group => group.GetProperty("series").GetProperty(Quantity).EnumerateArray()
            .Any(count => count.GetInt64() == 0));
    }

    [Fact]
    public async Task The_project_endpoint_counts_the_same_errors()
    {
        var slug = Acme.Projects[0].Slug;
        var grouped = await TotalsAsync(Series.Replace("-1", slug, StringComparison.Ordinal) + "&groupBy=outcome&interval=1h" + Day);
        var since = Epoch("2026-08-30T00:00:00Z");
        // The end is always among the points: the last hour of the day, not the first of the next.
        var hours = $"&since={since}&until={since + (23 * 3600)}&resolution=1h";

        Assert.Equal(grouped["accepted"], await PointsAsync($"projects/acme/{slug}/stats/?stat=generated{hours}"));
        Assert.Equal(grouped["filtered"], await PointsAsync($"projects/acme/{slug}/stats/?stat=blacklisted{hours}"));
        Assert.Equal(grouped["rate_limited"], await PointsAsync($"projects/acme/{slug}/stats/?stat=rejected{hours}"));
        var received = grouped.Where(pair => pair.Key is not "client_discard").Sum(pair => pair.Value);
        Assert.Equal(received, await PointsAsync($"projects/acme/{slug}/stats/?{hours}"));
        Assert.Equal(received, await PointsAsync($"projects/acme/{slug}/stats/?since={since}&until={since}&resolution=1d"));
        var tens = $"since={since}&until={since + 86_390}&resolution=10s";
        Assert.Equal(received, await PointsAsync($"projects/acme/{slug}/stats/?{tens}"));
    }

    [Fact]
    public async Task A_team_is_the_sum_over_its_projects_whatever_the_stat()
    {
        var team = Acme.Teams[0];
        var expected = 0L;
        foreach (var project in Acme.Projects.Where(project => project.Teams.Contains(team)))
        {
            expected += await PointsAsync($"projects/acme/{project.Slug}/stats/?stat=generated");
        }

        Assert.NotEqual(0, expected);
        Assert.Equal(expected, await PointsAsync($"teams/acme/{team.Slug}/stats/?stat=rejected"));
    }

    [Fact]
    public async Task The_last_day_has_24_points_and_midnight_to_midnight_25()
    {
        var since = Epoch("2026-08-30T00:00:00Z");

        Assert.Equal(24, (await Api.GetAsync("projects/acme/gateway/stats/")).Json.GetArrayLength());
        Assert.Equal(25, (await Api.GetAsync($"projects/acme/gateway/stats/?since={since}&until={since + 86_400}")).Json.GetArrayLength());
    }

    [Theory]
    [InlineData("&interval=7h", "The interval should divide one day without a remainder.")]
    [InlineData("&interval=30m", "The interval has to be a multiple of the minimum interval of one hour.")]
    [InlineData("&interval=90m", "The interval has to be a multiple of the minimum interval of one hour.")]
    [InlineData("&interval=2d", "The interval has to be less than one day.")]
    [InlineData("&start=2026-08-02&end=2026-08-01", "start must be before end")]
    [InlineData("&start=2026-08-02", "start and end are both required")]
    [InlineData("&start=yesterday&end=2026-08-01", "yesterday is not a valid ISO8601 date query")]
    [InlineData("&statsPeriod=soon", "Invalid statsPeriod: 'soon'")]
    [InlineData("&category=attachment", "if filtering by attachment no other category may be present")]
    [InlineData("&category=love", "Invalid category: \"love\"")]
    [InlineData("&outcome=lost", "Invalid outcome: \"lost\"")]
    [InlineData("&groupBy=colour", "Invalid groupBy: \"colour\"")]
    [InlineData("&field=sum(love)", "Invalid field: \"sum(love)\"")]
    public async Task What_cannot_be_counted_is_refused_with_a_reason(string more, string why)
    {
        var isTimed = more.Contains("start", StringComparison.Ordinal) || more.Contains("Period", StringComparison.Ordinal);
        var answer = await Api.GetAsync(Series + more + (isTimed ? "" : Day));

        Assert.Equal((HttpStatusCode.BadRequest, why), (answer.Status, answer.Detail));
    }

    [Theory]
    [InlineData("organizations/acme/stats_v2/?category=error", "At least one \"field\" is required.")]
    [InlineData("organizations/acme/stats_v2/?field=sum(quantity)&statsPeriod=1d", "Query must have category as groupby or filter")]
    [InlineData("organizations/acme/stats-summary/?field=sum(quantity)&statsPeriod=1d&category=love", "Invalid category: \"love\"")]
    [InlineData("projects/acme/gateway/stats/?resolution=5m", "Invalid resolution")]
    [InlineData("projects/acme/gateway/stats/?stat=love", "Invalid stat: love")]
    public async Task A_missing_parameter_is_refused_with_a_reason(string path, string why)
    {
        var answer = await Api.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, why), (answer.Status, answer.Detail));
    }

    [Fact]
    public async Task Grouped_by_project_there_are_totals_only_and_ids_are_numbers()
    {
        var answer = await Api.GetAsync(Series + "&groupBy=project&interval=1d&statsPeriod=7d");

        Assert.False(answer.Json.TryGetProperty("intervals", out _));
        Assert.All(Groups(answer), group => Assert.False(group.TryGetProperty("series", out _)));
        Assert.Contains(Groups(answer), group => group.GetProperty("by").GetProperty("project").GetInt64() == 9100000000000000007);
    }

    [Fact]
    public async Task Without_projects_a_request_that_does_not_group_by_them_is_about_all_of_them()
    {
        var all = await TotalsAsync(Series + "&groupBy=outcome&statsPeriod=7d");
        var unsaid = await TotalsAsync(Series.Replace("project=-1&", "", StringComparison.Ordinal) + "&groupBy=outcome&statsPeriod=7d");
        var mine = await Api.GetAsync(
            Series.Replace("project=-1&", "", StringComparison.Ordinal) + "&groupBy=outcome&groupBy=project&statsPeriod=7d");

        Assert.Equal(all, unsaid);
        Assert.True(Regrouped(mine)["accepted"] < all["accepted"]);
    }

    [Fact]
    public async Task Beyond_retention_and_in_the_future_there_is_nothing()
    {
        var old = await Api.GetAsync(Series + "&groupBy=outcome&interval=1d&start=2026-01-01&end=2026-02-01");
        var next = await Api.GetAsync(Series + "&groupBy=outcome&interval=1d&start=2026-08-30&end=2026-09-09");

        Assert.Empty(Groups(old));
        Assert.Equal(31, old.Json.GetProperty("intervals").GetArrayLength());
        var accepted = Groups(next).Single(group => group.GetProperty("by").GetProperty("outcome").GetString() is "accepted");
        Assert.All(accepted.GetProperty("series").GetProperty(Quantity).EnumerateArray().Skip(3), day => Assert.Equal(0, day.GetInt64()));
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(Groups(await Api.GetAsync(Series + "&groupBy=outcome&interval=1d&start=2026-06-10&end=2026-06-20")));
    }

    [Fact]
    public async Task A_window_off_the_grid_is_moved_and_an_unreadable_interval_is_an_hour()
    {
        var answer = await Api.GetAsync(Series + "&groupBy=outcome&interval=often&start=2026-08-30T00:30:00Z&end=2026-08-30T02:30:00Z");

        Assert.Equal("2026-08-30T01:00:00Z", answer.Json.GetProperty("start").GetString());
        Assert.Equal("2026-08-30T03:00:00Z", answer.Json.GetProperty("end").GetString());
        Assert.Equal(2, answer.Json.GetProperty("intervals").GetArrayLength());
    }

    [Fact]
    public async Task Attachments_are_counted_in_bytes_and_times_seen_in_pieces()
    {
        var answer = await Api.GetAsync("organizations/acme/stats_v2/?project=-1&groupBy=category&category=attachment&statsPeriod=7d"
            + "&field=sum(quantity)&field=sum(times_seen)");
        var totals = Groups(answer).Single().GetProperty("totals");

        Assert.Equal(34_567 * totals.GetProperty("sum(times_seen)").GetInt64(), totals.GetProperty(Quantity).GetInt64());
    }

    [Fact]
    public async Task The_summary_downloads_as_a_table()
    {
        var answer = await Api.GetAsync(
            "organizations/acme/stats-summary/?project=-1&field=sum(quantity)&category=error&statsPeriod=7d&download=true");

        Assert.StartsWith("text/csv", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.StartsWith("project_id,project_slug,accepted_errors,", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_thousand_intervals_are_refused()
    {
        var answer = await Api.GetAsync(Series + "&groupBy=outcome&interval=1h&statsPeriod=42d");

        Assert.StartsWith("Your interval and date range would create too many results.", answer.Detail, StringComparison.Ordinal);
    }

    private static long Epoch(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private static List<JsonElement> Groups(ApiAnswer answer) => [.. answer.Json.GetProperty("groups").EnumerateArray()];

    private static long Total(JsonElement group) => group.GetProperty("totals").GetProperty(Quantity).GetInt64();

    private static Dictionary<string, long> Regrouped(ApiAnswer answer) => Groups(answer)
        .GroupBy(group => group.GetProperty("by").GetProperty("outcome").GetString()!, StringComparer.Ordinal)
        .ToDictionary(groups => groups.Key, groups => groups.Sum(Total), StringComparer.Ordinal);

    private async Task<Dictionary<string, long>> TotalsAsync(string path) => Regrouped(await Api.GetAsync(path));

    private async Task<long> PointsAsync(string path) =>
        (await Api.GetAsync(path)).Json.EnumerateArray().Sum(point => point[1].GetInt64());
}
