using SentryAudit.Core.Tests.Support;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Alerts;

public sealed class MonitorListingTests
{
    private const string Detectors = "organizations/acme/detectors/";
    private const string Crons = "organizations/acme/monitors/";
    private const string Workflows = "organizations/acme/workflows/";
    private const string CronDetector = """
        {"id":"20","projectId":"3","name":"nightly","type":"monitor_check_in_failure","enabled":true,"workflowIds":["7"],
         "dataSources":[{"queryObj":{"id":"guid-1","slug":"nightly","config":{"schedule":[2,"hour"],"timezone":"UTC"},
         "environments":[{"name":"prod","lastCheckIn":"2026-08-01T00:00:00Z"}]}}]}
        """;

    private const string CronMonitor = """
        {"id":"guid-1","slug":"nightly","name":"Nightly","status":"active","isMuted":true,
         "config":{"schedule":"0 * * * *","timezone":"Europe/Berlin"},"dateCreated":"2026-01-01T00:00:00Z",
         "project":{"id":"3","slug":"web"},"owner":{"type":"team","id":"45"},
         "environments":[{"name":"prod","lastCheckIn":"2026-08-01T00:00:00Z"},{"name":"dev","lastCheckIn":"2026-08-02T00:00:00Z"}]}
        """;

    [Fact]
    public async Task Every_field_of_a_detector_is_mapped()
    {
        var monitor = (await List(Transport("""
            {"id":"1","projectId":"3","name":"Slow","type":"metric_issue","enabled":false,"owner":{"type":"user","id":"280"},
             "dateCreated":"2026-01-01T00:00:00Z","workflowIds":["8","7"],
             "dataSources":[{"queryObj":{"snubaQuery":{"environment":"prod"}}}]}
            """))).Single();

        Assert.Equal(
            ("1", "Slow", SentryMonitorKind.Metric, "metric_issue", "disabled"),
            (monitor.Id, monitor.Name, monitor.Kind, monitor.Type, monitor.Status));
        Assert.Equal(
            ("user:280", "prod", "web", "acme"),
            (monitor.Owner, monitor.Environment, monitor.ProjectSlug, monitor.OrganizationSlug));
        Assert.Equal(("8, 7", "8, High"), (monitor.AlertRuleIds!.ToString(), monitor.AlertRules!.ToString()));
        Assert.Equal((1, FakeTransport.ReadAt), (monitor.DateCreated!.Value.Day, monitor.LastUpdated));
        Assert.Equal((null, null, null), (monitor.Schedule, monitor.IsMuted, monitor.LastCheckIn));
    }

    [Fact]
    public async Task An_unknown_kind_is_listed_with_Sentrys_own_word()
    {
        var monitor = (await List(Transport("""{"id":"1","type":"issue_stream"}"""))).Single();

        Assert.Equal((SentryMonitorKind.Unknown, "issue_stream"), (monitor.Kind, monitor.Type));
        Assert.Equal((null, null, null), (monitor.Status, monitor.ProjectSlug, monitor.Owner));
        Assert.Null(monitor.AlertRuleIds);
        Assert.Null(monitor.Environments);
    }

    [Theory]
    [InlineData("""{"id":"1","type":"error"}""", "")]
    [InlineData("""{"id":"1","type":"uptime_domain_failure","config":{"environment":"prod","":1}}""", "prod")]
    [InlineData("""{"id":"1","type":"uptime_domain_failure","dataSources":[{"queryObj":{"environment":"dev"}}]}""", "dev")]
    [InlineData("""{"id":"1","type":"metric_issue","dataSources":[{"queryObj":{"snubaQuery":{"environment":null}}}]}""", "")]
    [InlineData("""{"id":"1","type":"metric_issue","dataSources":null}""", null)]
    public async Task Environments_are_all_or_one_or_unknown(string json, string? environments) =>
        Assert.Equal(environments, (await List(Transport(json))).Single().Environments?.ToString());

    [Fact]
    public async Task A_cron_monitor_has_its_schedule_and_its_detectors_rules()
    {
        var monitor = (await List(Transport(CronDetector, CronMonitor), SentryMonitorKind.Cron)).Single();

        Assert.Equal(
            ("guid-1", "nightly", "Nightly", SentryMonitorKind.Cron, "cron_monitor"),
            (monitor.Id, monitor.Slug, monitor.Name, monitor.Kind, monitor.Type));
        Assert.Equal(
            ("muted", true, "team:45", "0 * * * *", "Europe/Berlin"),
            (monitor.Status, monitor.IsMuted, monitor.Owner, monitor.Schedule, monitor.TimeZone));
        Assert.Equal(("dev, prod", null, 2), (monitor.Environments!.ToString(), monitor.Environment, monitor.LastCheckIn!.Value.Day));
        Assert.Equal(("7", "High"), (monitor.AlertRuleIds!.ToString(), monitor.AlertRules!.ToString()));
    }

    [Theory]
    [InlineData("""{"id":"20","projectId":"3","name":"Nightly","type":"monitor_check_in_failure","workflowIds":["7"]}""", true)]
    [InlineData(
        """
        {"id":"20","projectId":"3","name":"x","type":"monitor_check_in_failure","workflowIds":["7"],
         "dataSources":[{"queryObj":{"slug":"nightly"}}]}
        """,
        true)]
    [InlineData(
        """
        {"id":"20","projectId":"4","name":"Nightly","type":"monitor_check_in_failure","workflowIds":["7"],
         "dataSources":[{"queryObj":{"slug":"nightly"}}]}
        """,
        false)]
    public async Task The_detector_is_found_by_slug_or_name_within_the_project(string detector, bool isFound) =>
        Assert.Equal(
            isFound ? "7" : null,
            (await List(Transport(detector, CronMonitor), SentryMonitorKind.Cron)).Single().AlertRuleIds?.ToString());

    [Fact]
    public async Task All_kinds_list_a_cron_job_once()
    {
        var monitors = await List(
            Transport(CronDetector, CronMonitor + """,{"id":"guid-2","slug":"other","name":"Other","project":{"id":"3","slug":"web"}}"""));

        Assert.Equal(["20", "guid-2"], monitors.Select(monitor => monitor.Id));
        Assert.Equal(("every 2 hour", "UTC", "prod"), (monitors[0].Schedule, monitors[0].TimeZone, monitors[0].Environment));
        Assert.Null(monitors[1].AlertRuleIds);
    }

    [Fact]
    public async Task A_cron_job_that_shares_its_name_with_another_is_not_left_out()
    {
        var monitors = await List(
            Transport(CronDetector, """{"id":"guid-2","slug":"other","name":"nightly","project":{"id":"3","slug":"web"}}"""));

        Assert.Equal(["20", "guid-2"], monitors.Select(monitor => monitor.Id));
    }

    [Fact]
    public async Task One_kind_is_asked_for_and_checked()
    {
        var transport = Transport("""{"id":"1","type":"error"},{"id":"2","type":"metric_issue"}""");

        Assert.Equal(["1"], (await List(transport, SentryMonitorKind.Error)).Select(monitor => monitor.Id));
        Assert.Equal("project=-1&query=type:error&per_page=100", transport.RequestsTo(Detectors).Single().QueryText());
        Assert.Empty(transport.RequestsTo(Crons));
    }

    [Fact]
    public async Task Projects_are_asked_for_and_checked()
    {
        var transport = Transport(
            """
            {"id":"1","projectId":"3","type":"error"},
            {"id":"2","projectId":"4","type":"error"},
            {"id":"3","projectId":null,"type":"error"}
            """,
            CronMonitor);

        Assert.Equal(
            ["1", "guid-1"],
            (await List(transport, SentryMonitorKind.All, new ProjectSelection([Estate.Project("3", "web")]))).Select(monitor => monitor.Id)
        );
        Assert.Equal("3", transport.RequestsTo(Detectors).Single().Value("project"));
        Assert.Equal("3", transport.RequestsTo(Crons).Single().Value("project"));
    }

    [Fact]
    public async Task Cron_monitors_are_listed_where_Sentry_knows_no_detectors()
    {
        var transport = Transport("", CronMonitor).On(Detectors, 404);

        Assert.Null((await List(transport, SentryMonitorKind.Cron)).Single().AlertRuleIds);
        await Assert.ThrowsAsync<SentryApiException>(() => List(transport));
    }

    private static FakeTransport Transport(string detectors, string crons = "") =>
        new FakeTransport()
            .On(Detectors, $"[{detectors}]")
            .On(Crons, $"[{crons}]")
            .On(Workflows, """[{"id":"7","name":"High"}]""")
            .On("organizations/acme/projects/", """[{"id":"3","slug":"web"}]""");

    private static async Task<List<SentryMonitor>> List(
        FakeTransport transport,
        SentryMonitorKind kinds = SentryMonitorKind.All,
        ProjectSelection? projects = null
    ) => await Estate.Api(transport).Monitors.ListAsync(Estate.Acme, kinds, projects, default).ToListAsync();
}
