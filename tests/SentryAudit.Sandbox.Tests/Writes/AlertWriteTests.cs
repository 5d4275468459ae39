using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Writes;

public sealed class AlertWriteTests : SandboxTest
{
    private const string Workflows = "organizations/acme/workflows/";
    private const string Detectors = "organizations/acme/detectors/";

    [Fact]
    public async Task A_changed_alert_is_enabled_unless_it_says_otherwise()
    {
        Acme.Workflows[0].Enabled = false;
        var answer = await Api.SendAsync(
            "PUT", Workflows + "9001/",
            """
            {"name":"New","config":{"frequency":60},"actionFilters":[{"logicType":"all","conditions":[],
            "actions":[{"type":"email","config":{"targetType":"user","targetIdentifier":"280000"}}]}]}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var now = (await Api.GetAsync(Workflows + "9001/")).Json;
        Assert.Equal(("New", true), (now.GetProperty("name").GetString(), now.GetProperty("enabled").GetBoolean()));
        Assert.Equal(60, now.GetProperty("config").GetProperty("frequency").GetInt32());
        var target = now.GetProperty("actionFilters")[0].GetProperty("actions")[0].GetProperty("config");
        Assert.Equal("280000", target.GetProperty("targetIdentifier").GetString());
        Assert.NotEqual(0, now.GetProperty("detectorIds").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"enabled":false}""", """{"name":["This field is required."]}""")]
    [InlineData("""{"name":"x","config":{"frequency":8}}""", """{"config":["8 is not one of [0, 5, 10, 30, 60, 180, 720, 1440]"]}""")]
    public async Task A_bad_change_of_an_alert_is_refused(string body, string expected) =>
        Assert.Equal(expected, (await Api.SendAsync("PUT", Workflows + "9001/", body)).Text);

    [Fact]
    public async Task Many_alerts_are_switched_and_deleted_by_id()
    {
        var off = await Api.SendAsync("PUT", Workflows + "?id=9001&id=9002", """{"enabled":false}""");
        Assert.Equal(["False", "False"], off.All("enabled"));
        Assert.False((await Api.GetAsync(Workflows + "9002/")).Json.GetProperty("enabled").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", Workflows + "?id=9001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync(Workflows + "9001/")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", Workflows + "9002/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.SendAsync("DELETE", Workflows + "9002/")).Status);
    }

    [Theory]
    [InlineData("PUT", Workflows, 400, "At least one of 'id', 'query', 'project', or 'projectSlug' must be provided.")]
    [InlineData("DELETE", Workflows, 400, "At least one of 'id', 'query', 'project', or 'projectSlug' must be provided.")]
    [InlineData("PUT", Workflows + "?id=1", 200, "No workflows found.")]
    [InlineData("PUT", Workflows + "?id=1&id=9001", 403, "You do not have permission to perform this action.")]
    [InlineData("PUT", Detectors + "?id=1&id=301016", 400, "Some detectors were not found or you do not have permission to update them.")]
    [InlineData("DELETE", Detectors + "?query=type:nothing", 200, "No detectors found.")]
    [InlineData("DELETE", Detectors + "301000/", 403, "You do not have permission to perform this action.")]
    public async Task A_selection_is_judged_before_anything_changes(string method, string path, int status, string detail)
    {
        var answer = await Api.SendAsync(method, path, """{"enabled":false}""");

        Assert.Equal((status, detail), ((int)answer.Status, answer.Detail));
        Assert.True(Acme.Workflows[0].Enabled);
    }

    [Fact]
    public async Task Detectors_are_changed_switched_and_deleted()
    {
        await Api.SendAsync("PUT", Detectors + "301016/", """{"name":"Slow","type":"metric_issue","owner":"team:48501","enabled":false}""");

        var now = (await Api.GetAsync(Detectors + "301016/")).Json;
        Assert.Equal(("Slow", false), (now.GetProperty("name").GetString(), now.GetProperty("enabled").GetBoolean()));
        Assert.Equal("48501", now.GetProperty("owner").GetProperty("id").GetString());
        Assert.Equal(["True"], (await Api.SendAsync("PUT", Detectors + "?id=301016", """{"enabled":true}""")).All("enabled"));
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", Detectors + "301016/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync(Detectors + "301016/")).Status);
    }

    [Fact]
    public async Task Old_servers_have_no_workflows_to_write_but_rules()
    {
        await using var old = await SandboxServer.StartAsync(new() { SelfHosted = true, LegacyAlertsOnly = true });
        using var api = As(old.Token, old.BaseUri);
        var rule = old.Estate.Organizations[0].IssueRules[0];
        var path = $"projects/acme/{rule.Project.Slug}/rules/{rule.Id}/";

        Assert.Equal(HttpStatusCode.NotFound, (await api.SendAsync("DELETE", Workflows + "9001/")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await api.SendAsync("PUT", path, """{"name":"x"}""")).Status);
        var changed = await api.SendAsync(
            "PUT",
            path,
            """{"name":"x","actionMatch":"any","frequency":60,"conditions":[],"actions":[{"id":"a"}]}"""
        );
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(60, (await api.GetAsync(path)).Json.GetProperty("frequency").GetInt32());
        Assert.Equal("Rule is not disabled.", (await api.SendAsync("PUT", path + "enable/")).Detail);
        Assert.Equal(HttpStatusCode.Created, (await api.SendAsync("POST", path + "snooze/", """{"target":"everyone"}""")).Status);
        Assert.True((await api.GetAsync(path)).Json.GetProperty("snooze").GetBoolean());
        Assert.Equal(HttpStatusCode.Gone, (await api.SendAsync("POST", path + "snooze/", """{"target":"everyone"}""")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await api.SendAsync("DELETE", path + "snooze/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.SendAsync("DELETE", path + "snooze/")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await api.SendAsync("DELETE", path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Metric_rules_are_changed_in_minutes_muted_and_deleted()
    {
        var rule = Acme.MetricRules[0];
        var path = $"organizations/acme/alert-rules/{rule.Id}/";

        Assert.Contains(
            "at least one trigger",
            (await Api.SendAsync("PUT", path, """{"name":"x","query":"","aggregate":"count()","timeWindow":5.0,"thresholdType":0}""")).Text,
            StringComparison.Ordinal);
        var changed = await Api.SendAsync(
            "PUT",
            path,
            """{"query":"","aggregate":"count()","timeWindow":5.0,"thresholdType":0,"triggers":[{"alertThreshold":7.5}]}"""
        );
        Assert.NotNull(changed.Header("X-Sentry-Deprecation-Date"));
        Assert.Equal((300, 7.5), (rule.Metric.TimeWindow, rule.Metric.Threshold));
        var snooze = $"projects/acme/{rule.Project.Slug}/alert-rules/{rule.Id}/snooze/";
        Assert.Equal(HttpStatusCode.Created, (await Api.SendAsync("POST", snooze, """{"target":"everyone"}""")).Status);
        Assert.True((await Api.GetAsync(path)).Json.GetProperty("snooze").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync(path)).Status);
    }
}
