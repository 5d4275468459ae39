using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class AlertTests : SandboxTest
{
    [Theory]
    [InlineData("projects/acme/web-frontend/rules/")]
    [InlineData("organizations/acme/alert-rules/")]
    [InlineData("organizations/acme/combined-rules/")]
    [InlineData("projects/acme/no-such-project/rules/")]
    public async Task Every_answer_of_a_retired_endpoint_names_its_replacement(string path)
    {
        var answer = await Api.GetAsync(path);

        Assert.NotNull(answer.Header("X-Sentry-Deprecation-Date"));
        Assert.StartsWith("sentry-api-0-organization-", answer.Header("X-Sentry-Replacement-Endpoint"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_active_ones_newest_first_in_minutes()
    {
        var rules = (await Api.GetAsync("projects/acme/web-frontend/rules/")).Json.EnumerateArray().ToList();

        Assert.All(rules, rule => Assert.Equal("active", rule.GetProperty("status").GetString()));
        Assert.Equal(rules.OrderByDescending(rule => rule.GetProperty("id").GetString(), StringComparer.Ordinal), rules);
        Assert.All(rules, rule => Assert.InRange(rule.GetProperty("frequency").GetInt32(), 5, 43200));
    }

    [Fact]
    public async Task Workflows_and_detectors_point_at_each_other()
    {
        var workflow = (await Api.GetAsync("organizations/acme/workflows/9002/")).Json;
        var ids = workflow.GetProperty("detectorIds").EnumerateArray().Select(id => id.ToString()).ToList();
        var detectors = await Api.GetAsync("organizations/acme/detectors/?" + string.Join('&', ids.Select(id => "id=" + id)));

        Assert.Equal(ids, detectors.All("id"));
        Assert.All(detectors.Json.EnumerateArray(), detector =>
            Assert.Contains(detector.GetProperty("workflowIds").EnumerateArray(), id => id.GetString() == "9002"));
        Assert.Equal("kept", workflow.GetProperty("config").GetProperty("").GetString());
    }

    [Fact]
    public async Task Windows_are_seconds_in_detectors_and_minutes_in_rules()
    {
        var detector = (await Api.GetAsync("organizations/acme/detectors/?project=-1&query=type:metric_issue")).Json[0];
        var rule = (await Api.GetAsync("organizations/acme/alert-rules/?project=-1")).Json[0];

        var query = detector.GetProperty("dataSources")[0].GetProperty("queryObj").GetProperty("snubaQuery");
        Assert.Equal(3600, query.GetProperty("timeWindow").GetInt32());
        Assert.Equal("60.0", rule.GetProperty("timeWindow").GetRawText());
    }
}
