using SentryAudit.Core.Tests.Support;
using SentryAudit.Sources;
using static SentryAudit.Core.Tests.Support.AlertRules;

namespace SentryAudit.Core.Tests.Api.Alerts;

public sealed class DetectorListingTests
{
    [Fact]
    public async Task Every_field_of_a_detector_is_mapped()
    {
        var rule = await OneAsync(
            Current("[]", """
                [{"id":"1000","projectId":"3","name":"p95","type":"metric_issue","enabled":false,
                 "owner":{"type":"team","id":"45","name":"backend"},"createdBy":"280",
                  "workflowIds":["123"],"dateCreated":"2026-03-12T11:15:50Z","latestGroup":{"lastSeen":"2026-04-01T00:00:00Z"},
                  "dataSources":[{"id":"1","type":"snuba_query_subscription",
                  "queryObj":{"snubaQuery":{"timeWindow":60,"environment":"prod"}}}],
                  "conditionGroup":{"logicType":"any","conditions":[]},"config":{"detectionType":"static"}}]
                """),
            SentryAlertRuleKind.Metric);

        Assert.Equal(
            ("1000", "p95", "acme", "280", "team:45", "prod"),
            (rule.Id, rule.Name, rule.OrganizationSlug, rule.CreatedBy, rule.Owner, rule.Environment));
        Assert.Equal((SentryAlertRuleKind.Metric, SentryAlertRuleSource.Detector, "disabled"), (rule.Kind, rule.Source, rule.Status));
        Assert.Equal(
            (new DateTimeOffset(2026, 3, 12, 11, 15, 50, TimeSpan.Zero), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)),
            (rule.DateCreated, rule.LastTriggered));
        Assert.Equal(("web", "123"), (rule.ProjectSlug, rule.ConnectedIds!.ToString()));
        Assert.Equal((null, null, null, null, null), (rule.Actions, rule.ActionCount, rule.Frequency, rule.ActionMatch, rule.FilterMatch));
        Assert.Equal(FakeTransport.ReadAt, rule.LastUpdated);
    }

    [Theory]
    [InlineData(SentryAlertRuleKind.Metric, "metric_issue")]
    [InlineData(SentryAlertRuleKind.Uptime, "uptime_domain_failure")]
    [InlineData(SentryAlertRuleKind.Cron, "monitor_check_in_failure")]
    public async Task Each_kind_is_searched_for_and_nothing_else_kept(SentryAlertRuleKind kind, string type)
    {
        var transport = Current("[]", $$"""[{"id":"1","type":"{{type}}","projectId":"3"},{"id":"2","type":"error","projectId":"3"}]""");

        var rule = await OneAsync(transport, kind);

        Assert.Equal(("1", kind), (rule.Id, rule.Kind));
        Assert.Equal($"project=-1&query=type:{type}&per_page=100", transport.RequestsTo(Detectors).Single().QueryText());
        Assert.Empty(transport.RequestsTo(Workflows));
    }

    [Fact]
    public async Task Environments_of_uptime_and_cron_monitors_are_found_too() =>
        Assert.Equal("prod", (await OneAsync(
            Current(
                "[]",
                """[{"id":"1","type":"uptime_domain_failure","projectId":"3","dataSources":[{"queryObj":{"environment":"prod"}}]}]"""),
            SentryAlertRuleKind.Uptime)).Environment);

    [Theory]
    [InlineData("""{"projectId":"3"}""", "web")]
    [InlineData("""{"projectId":null}""", "")]
    [InlineData("""{"projectId":{}}""", null)]
    [InlineData("""{"name":"not told"}""", null)]
    [InlineData("""{"projectId":"99"}""", null)]
    public async Task The_project_is_known_or_none_or_unknown(string json, string? projects) =>
        Assert.Equal(
            projects,
            (
                await OneAsync(Current("[]", $"[{json[..^1]},\"id\":\"1\",\"type\":\"metric_issue\"}}]"), SentryAlertRuleKind.Metric)
            ).ProjectSlugs?.ToString());

    [Fact]
    public async Task All_kinds_come_from_workflows_and_detectors_and_projects_are_read_once()
    {
        var transport = Current("""[{"id":"9"}]""")
            .On(Detectors, request =>
                [$$"""[{"id":"{{request.Value("query")}}","type":"{{request.Value("query")![5..]}}","projectId":"3"}]"""]);

        var rules = await ListAsync(transport, SentryAlertRuleKind.All);

        Assert.Equal(
            [SentryAlertRuleKind.Issue, SentryAlertRuleKind.Metric, SentryAlertRuleKind.Uptime, SentryAlertRuleKind.Cron],
            rules.Select(rule => rule.Kind));
        Assert.Single(transport.RequestsTo(ProjectList));
    }

    [Fact]
    public async Task A_selection_of_projects_is_sent()
    {
        var transport = Current(
            "[]",
            """[{"id":"1","type":"metric_issue","projectId":"3"},{"id":"2","type":"metric_issue","projectId":"4"}]"""
        );

        var rules = await ListAsync(transport, SentryAlertRuleKind.Metric, new ProjectSelection([Estate.Project("3", "web")]));

        Assert.Equal(["1"], rules.Select(rule => rule.Id));
        Assert.Equal(["3"], transport.RequestsTo(Detectors).Single().Values("project"));
    }
}
