using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class QueryTests : SandboxTest
{
    [Theory]
    [InlineData("email:ADA.ackerman@acme.example", 1)]
    [InlineData("id:1002", 1)]
    [InlineData("id:1002 id:1003", 2)]
    [InlineData("id:1002 role:owner", 0)]
    [InlineData("user.id:280000", 1)]
    [InlineData("isInvited:true role:member", 4)]
    [InlineData("role:billing role:auditor", 2)]
    [InlineData("scope:org:admin", 1)]
    [InlineData("is:invited", 0)]
    [InlineData("newcomer", 3)]
    [InlineData("\"Ada Ackerman\"", 1)]
    public async Task Keys_are_joined_by_and_and_values_of_one_key_by_or_and_unknown_keys_find_nothing(string query, int expected)
    {
        var answer = await Api.GetAsync("organizations/acme/members/?query=" + Uri.EscapeDataString(query));

        Assert.Equal(expected, answer.Json.GetArrayLength());
    }

    [Fact]
    public async Task Two_factor_queries_never_find_an_invitation()
    {
        var with = await Api.GetAsync("organizations/acme/members/?query=has2fa:true");
        var without = await Api.GetAsync("organizations/acme/members/?query=has2fa:false");

        Assert.Equal(Acme.Members.Count(member => member.User is not null), with.Json.GetArrayLength() + without.Json.GetArrayLength());
    }

    [Theory]
    [InlineData("organizations/?query=slug:acme", 1)]
    [InlineData("organizations/?query=lo", 1)]
    [InlineData("organizations/?query=member_id:1002", 1)]
    [InlineData("organizations/?query=nope:1", 0)]
    [InlineData("organizations/acme/teams/?query=slug:backend", 1)]
    [InlineData("organizations/acme/teams/?query=end", 2)]
    [InlineData("organizations/acme/projects/?query=team:backend", 2)]
    [InlineData("organizations/acme/projects/?query=slug:search+slug:gateway", 2)]
    [InlineData("organizations/acme/projects/?query=id:9100000000000000007", 1)]
    [InlineData("organizations/acme/projects/?query=mobile", 2)]
    [InlineData("organizations/acme/detectors/?project=-1&query=type:metric_issue", 2)]
    [InlineData("organizations/acme/detectors/?project=-1&query=type:error+type:issue_stream", 16)]
    [InlineData("organizations/acme/workflows/?project=-1&query=action:slack", 3)]
    [InlineData("organizations/acme/workflows/?id=9001&id=9002&query=nothing", 2)]
    [InlineData("organizations/acme/repos/", 7)]
    [InlineData("organizations/acme/repos/?status=disabled", 1)]
    [InlineData("organizations/acme/project-keys/?status=inactive", 3)]
    public async Task Other_lists_are_searched_in_the_same_way(string path, int expected) =>
        Assert.Equal(expected, (await Api.GetAsync(path)).Json.GetArrayLength());

    [Fact]
    public async Task A_project_filter_lets_through_what_is_attached_to_nothing()
    {
        var answer = await Api.GetAsync("organizations/acme/workflows/?project=gateway");

        Assert.Contains(answer.Json.EnumerateArray(), row => row.GetProperty("detectorIds").GetArrayLength() == 0);
    }

    [Fact]
    public async Task Alerts_sort_by_the_fields_that_Sentry_knows()
    {
        var ascending = await Api.GetAsync("organizations/acme/workflows/?project=-1&sortBy=id");
        var descending = await Api.GetAsync("organizations/acme/workflows/?project=-1&sortBy=-id");
        var unknown = await Api.GetAsync("organizations/acme/detectors/?project=-1&sortBy=colour");

        Assert.Equal(ascending.All("id").Reverse(), descending.All("id"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, unknown.Status);
    }

    [Fact]
    public async Task A_bad_period_is_refused_in_the_shape_only_projects_use()
    {
        var answer = await Api.GetAsync("organizations/acme/projects/?statsPeriod=13d");

        Assert.True(answer.Json.GetProperty("error").GetProperty("params").TryGetProperty("stats_period", out _));
    }
}
