using SentryAudit.Core.Tests.Support;
using SentryAudit.Sources;
using static SentryAudit.Core.Tests.Support.AlertRules;

namespace SentryAudit.Core.Tests.Api.Alerts;

/// <summary>What a self-hosted Sentry before 26.7 has instead of workflows and detectors.</summary>
public sealed class LegacyAlertRuleTests
{
    [Fact]
    public async Task Every_field_of_an_issue_rule_is_mapped()
    {
        var rule = await OneAsync(Old(webRules: """
            [{"id":7,"name":"New errors","status":"active","actionMatch":"all","filterMatch":"none","frequency":30,
             "conditions":[{"id":"a.B"}],"filters":[],
              "actions":[{"id":"sentry.mail.actions.NotifyEmailAction","name":"Send a notification to IssueOwners"}],"environment":"prod",
              "owner":"team:45",
              "createdBy":{"id":280,"name":"Ann"},"projects":["web"],"dateCreated":"2020-01-01T00:00:00Z",
              "lastTriggered":"2020-02-01T00:00:00Z","snooze":false}]
            """));

        Assert.Equal(("7", "New errors", "active", "all", "none"), (rule.Id, rule.Name, rule.Status, rule.ActionMatch, rule.FilterMatch));
        Assert.Equal((SentryAlertRuleKind.Issue, SentryAlertRuleSource.LegacyRule), (rule.Kind, rule.Source));
        Assert.Equal(
            (TimeSpan.FromMinutes(30), 1800L, "prod", "team:45", "280"),
            (rule.Frequency, rule.FrequencySeconds, rule.Environment, rule.Owner, rule.CreatedBy));
        Assert.Equal(
            (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2020, 2, 1, 0, 0, 0, TimeSpan.Zero)),
            (rule.DateCreated, rule.LastTriggered));
        Assert.Equal(["Send a notification to IssueOwners"], rule.Actions!);
        Assert.Equal(("web", "acme", FakeTransport.ReadAt), (rule.ProjectSlug, rule.OrganizationSlug, rule.LastUpdated));
    }

    [Theory]
    [InlineData(""","targetType":"Team","targetIdentifier":46""", "Send a notification to Team (Team:46)")]
    [InlineData(""","targetType":"Member","targetIdentifier":"173" """, "Send a notification to Team (Member:173)")]
    [InlineData(""","targetType":"IssueOwners","targetIdentifier":"" """, "Send a notification to Team")]
    public async Task Whom_an_action_tells_stands_beside_its_sentence(string target, string expected)
    {
        var rule = await OneAsync(Old(webRules: $$"""
            [{"id":"7","actions":[{"id":"sentry.mail.actions.NotifyEmailAction","name":"Send a notification to Team"{{target}} }]}]
            """));

        Assert.Equal([expected], rule.Actions!);
    }

    [Theory]
    [InlineData(""","snooze":true,"snoozeForEveryone":true""", "muted")]
    [InlineData(""","snooze":true,"snoozeForEveryone":false""", "active")]
    [InlineData(""","snooze":true""", null)]
    [InlineData(""","snooze":false""", "active")]
    public async Task A_rule_is_muted_only_when_it_is_for_everybody(string snooze, string? status) =>
        Assert.Equal(status, (await OneAsync(Old(webRules: $$"""[{"id":"7","status":"active"{{snooze}} }]"""))).Status);

    [Theory]
    [InlineData("""{"id":"1","status":0,"snooze":true,"snoozeForEveryone":true,"projects":["web"]}""", "muted")]
    [InlineData("""{"id":"1","status":0,"snooze":true,"snoozeForEveryone":false,"projects":["web"]}""", "active")]
    [InlineData(null, null)]
    public async Task For_whom_a_metric_rule_is_muted_only_the_rule_itself_tells(string? detail, string? status)
    {
        var transport = Old(combined: """[{"id":"1","type":"alert_rule","status":0,"snooze":true,"projects":["web"]}]""")
            .On("organizations/acme/alert-rules/1/", detail is null ? 500 : detail);

        Assert.Equal(status, (await OneAsync(transport, SentryAlertRuleKind.Metric)).Status);
    }

    [Theory]
    [InlineData("active", "muted")]
    [InlineData("disabled", "disabled")]
    public async Task A_muted_cron_monitor_is_muted_for_both_cmdlets(string status, string expected)
    {
        var monitors = $$"""[{"id":"8","slug":"nightly","status":"{{status}}","isMuted":true,"project":{"id":"3","slug":"web"} }]""";
        var transport = Old(monitors: monitors);

        Assert.Equal(expected, (await OneAsync(transport, SentryAlertRuleKind.Cron)).Status);
        var monitor = await Estate.Api(transport).Monitors
            .ListAsync(Estate.Acme, SentryMonitorKind.Cron, selection: null, default)
            .SingleAsync();
        Assert.Equal((expected, true), (monitor.Status, monitor.IsMuted));
    }

    [Theory]
    [InlineData("true", "muted")]
    [InlineData("false", "disabled")]
    public async Task A_detector_of_a_muted_cron_monitor_is_muted_too(string enabled, string expected)
    {
        var transport = Current("[]", $$"""
            [{"id":"9","type":"monitor_check_in_failure","enabled":{{enabled}},"projectId":"3",
              "dataSources":[{"queryObj":{"isMuted":true} }] }]
            """).On(CronMonitors, "[]");

        Assert.Equal(expected, (await OneAsync(transport, SentryAlertRuleKind.Cron)).Status);
        var monitors = Estate.Api(transport).Monitors.ListAsync(Estate.Acme, SentryMonitorKind.All, selection: null, default);
        Assert.Equal(expected, (await monitors.SingleAsync()).Status);
    }

    [Fact]
    public async Task Issue_rules_are_read_project_by_project()
    {
        var rules = await ListAsync(Old(webRules: """[{"id":"1"}]""", apiRules: """[{"id":"2"}]"""));

        Assert.Equal([("2", "api"), ("1", "web")], rules.Select(rule => (rule.Id, rule.ProjectSlug)));
    }

    [Fact]
    public async Task A_selection_of_projects_asks_only_for_these()
    {
        var transport = Old(webRules: """[{"id":"1"}]""");

        await ListAsync(transport, projects: new ProjectSelection([Estate.Project("3", "web")]));

        Assert.Equal([Workflows, WebRules], transport.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData("0", "active")]
    [InlineData("5", "disabled")]
    [InlineData("4", "4")]
    [InlineData("6", "6")]
    public async Task A_metric_rule_has_a_number_for_its_status(string number, string status)
    {
        var rule = await OneAsync(
            Old(combined: $$"""
                [{"id":"1","type":"alert_rule","status":{{number}},"projects":["web","api"],"owner":"user:1",
                 "triggers":[{"actions":[{"type":"email","targetType":"team","targetIdentifier":"45"}]}]},
                 {"id":"2","type":"rule"},{"id":"3","type":"uptime"}]
                """),
            SentryAlertRuleKind.Metric);

        Assert.Equal(
            ("1", status, SentryAlertRuleKind.Metric, SentryAlertRuleSource.LegacyMetricRule),
            (rule.Id, rule.Status, rule.Kind, rule.Source));
        Assert.Equal((null, "web, api", "user:1"), (rule.ProjectSlug, rule.ProjectSlugs!.ToString(), rule.Owner));
        Assert.Equal(["email team:45"], rule.Actions!);
    }

    [Fact]
    public async Task The_address_of_a_webhook_is_hidden_in_an_action()
    {
        var rule = await OneAsync(
            Old(combined: """
                [{"id":"1","type":"alert_rule",
                  "triggers":[{"actions":[{"type":"webhook","targetIdentifier":"https://hooks.acme.io/hush"}]}]}]
                """),
            SentryAlertRuleKind.Metric);

        Assert.Equal(["webhook :https://hooks.acme.io/(hidden)"], rule.Actions!);
    }

    [Fact]
    public async Task An_uptime_monitor_comes_from_the_combined_rules()
    {
        var rule = await OneAsync(
            Old(combined: """
                [{"id":"3","type":"uptime","status":"active","projectSlug":"web","owner":{"type":"team","id":"45"}},
                 {"id":"1","type":"alert_rule"}]
                """),
            SentryAlertRuleKind.Uptime);

        Assert.Equal(("3", SentryAlertRuleKind.Uptime, "web", "team:45"), (rule.Id, rule.Kind, rule.ProjectSlug, rule.Owner));
        Assert.Null(rule.ActionCount);
    }

    [Fact]
    public async Task A_cron_monitor_comes_from_the_monitors()
    {
        var transport = Old(monitors: """
            [{"id":"8","name":"nightly","status":"active","dateCreated":"2024-01-01T00:00:00Z",
              "project":{"id":"3","slug":"web"},"owner":{"type":"user","id":"1"}}]
            """);

        var rule = await OneAsync(transport, SentryAlertRuleKind.Cron);

        Assert.Equal(("8", "nightly", "active", "web", "user:1"), (rule.Id, rule.Name, rule.Status, rule.ProjectSlug, rule.Owner));
        Assert.Equal(
            (SentryAlertRuleKind.Cron, SentryAlertRuleSource.LegacyMonitor, 2024),
            (rule.Kind, rule.Source, rule.DateCreated!.Value.Year));
        Assert.Equal("project=-1&per_page=100", transport.RequestsTo(CronMonitors).Single().QueryText());
    }

    [Theory]
    [InlineData(SentryAlertRuleKind.Issue, 401)]
    [InlineData(SentryAlertRuleKind.Issue, 403)]
    [InlineData(SentryAlertRuleKind.Issue, 410)]
    [InlineData(SentryAlertRuleKind.Issue, 500)]
    [InlineData(SentryAlertRuleKind.Metric, 403)]
    [InlineData(SentryAlertRuleKind.Uptime, 410)]
    [InlineData(SentryAlertRuleKind.Cron, 500)]
    public async Task Only_a_missing_endpoint_is_replaced_any_other_failure_is_one(SentryAlertRuleKind kind, int status)
    {
        var transport = Old(webRules: """[{"id":"1"}]""", combined: """[{"id":"1","type":"alert_rule"}]""")
            .On(Workflows, status)
            .On(Detectors, status);

        var fault = await Assert.ThrowsAsync<SentryApiException>(() => ListAsync(transport, kind));

        Assert.Equal(status, fault.Status);
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_incomplete_not_replaced()
    {
        var transport = Current("[]").On(Workflows, """[{"id":"1"}]""", 404);

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(() => ListAsync(transport));

        Assert.Equal((1, "workflows of acme"), (fault.ItemsRead, fault.Listing));
        Assert.Empty(transport.RequestsTo(WebRules));
    }
}
