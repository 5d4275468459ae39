using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Support;

/// <summary>The paths alert rules come from, and a transport that has none of the current ones.</summary>
internal static class AlertRules
{
    public const string Workflows = "organizations/acme/workflows/";
    public const string Detectors = "organizations/acme/detectors/";
    public const string ProjectList = "organizations/acme/projects/";
    public const string CombinedRules = "organizations/acme/combined-rules/";
    public const string CronMonitors = "organizations/acme/monitors/";
    public const string WebRules = "projects/acme/web/rules/";
    public const string ApiRules = "projects/acme/api/rules/";

    public static FakeTransport Current(string workflows, string detectors = "[]") => new FakeTransport()
        .On(ProjectList, """[{"id":"3","slug":"web"},{"id":"4","slug":"api"}]""")
        .On(Workflows, workflows)
        .On(Detectors, detectors);

    public static FakeTransport Old(string webRules = "[]", string apiRules = "[]", string combined = "[]", string monitors = "[]") =>
        new FakeTransport()
            .On(ProjectList, """[{"id":"3","slug":"web"},{"id":"4","slug":"api"}]""")
            .On(Workflows, 404)
            .On(Detectors, 404)
            .On(WebRules, webRules)
            .On(ApiRules, apiRules)
            .On(CombinedRules, combined)
            .On(CronMonitors, monitors);

    public static async Task<List<SentryAlertRule>> ListAsync(
        FakeTransport transport, SentryAlertRuleKind kinds = SentryAlertRuleKind.Issue, ProjectSelection? projects = null) =>
        await Estate.Api(transport).AlertRules.ListAsync(Estate.Acme, kinds, projects, default).ToListAsync();

    public static async Task<SentryAlertRule> OneAsync(FakeTransport transport, SentryAlertRuleKind kinds = SentryAlertRuleKind.Issue) =>
        Assert.Single(await ListAsync(transport, kinds));
}
