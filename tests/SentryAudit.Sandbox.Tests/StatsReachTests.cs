using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

/// <summary>What a request for counts is about, and for whom.</summary>
public sealed class StatsReachTests : SandboxTest
{
    private const string Series = "organizations/acme/stats_v2/?project=-1&field=sum(quantity)&category=error";
    private const string Day = "&start=2026-08-30T00:00:00Z&end=2026-08-31T00:00:00Z";

    protected override SandboxOptions Options => new() { RateLimits = false, TimeProvider = new ManualClock() };

    [Fact]
    public async Task The_three_kinds_of_errors_have_one_name_and_filters_of_their_own()
    {
        var all = Accepted(await Api.GetAsync(Series + "&groupBy=outcome" + Day));
        var rest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var kind in new[] { "default", "security" })
        {
            var path = Series.Replace("category=error", $"category={kind}", StringComparison.Ordinal);
            var answer = await Api.GetAsync(path + "&groupBy=category&groupBy=outcome" + Day);
            Assert.All(Groups(answer), group => Assert.Equal("error", group.GetProperty("by").GetProperty("category").GetString()));
            rest[kind] = Accepted(answer);
        }

        Assert.All(rest.Values, count => Assert.InRange(count, 1, (all / 2) - 1));
    }

    [Fact]
    public async Task A_project_that_is_gone_or_out_of_reach_ends_the_request_and_is_counted_where_reach_is_not_checked()
    {
        var (gone, hidden) = (Acme.Projects[0], Acme.Projects[1]);
        gone.Status = "pending_deletion";
        Acme.Settings["openMembership"] = "false";
        var member = Acme.Members.First(member => member.OrgRole is "member" && member.User is not null && !hidden.IsWorkedOnBy(member));
        var api = As(Server.CreateToken(member.User!, "org:read"));

        foreach (var id in new[] { gone.Id, hidden.Id, 424242 })
        {
            var answer = await api.GetAsync(Series.Replace("-1", $"{id}", StringComparison.Ordinal) + "&groupBy=outcome" + Day);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }

        var projectLast = await IdsAsync("&groupBy=outcome&groupBy=project", api);
        var projectFirst = await IdsAsync("&groupBy=project&groupBy=outcome", api);
        Assert.Empty(projectLast.Intersect([gone.Id, hidden.Id]));
        Assert.Equal(2, projectFirst.Intersect([gone.Id, hidden.Id]).Count());
    }

    private static async Task<long[]> IdsAsync(string groups, ApiClient api) =>
        [.. Groups(await api.GetAsync(Series + groups + Day)).Select(group => group.GetProperty("by").GetProperty("project").GetInt64())];

    private static List<JsonElement> Groups(ApiAnswer answer) => [.. answer.Json.GetProperty("groups").EnumerateArray()];

    private static long Accepted(ApiAnswer answer) => Groups(answer)
        .Where(group => group.GetProperty("by").GetProperty("outcome").GetString() is "accepted")
        .Sum(group => group.GetProperty("totals").GetProperty("sum(quantity)").GetInt64());
}
