using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>The alert endpoints Sentry is retiring. On sentry.io each answer says what replaces them.</summary>
internal static class LegacyAlertEndpoints
{
    private const string Workflows = "sentry-api-0-organization-workflow-index";
    private const string Detectors = "sentry-api-0-organization-detector-index";

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("projects/{org}/{project}/rules/", Scopes.ProjectAlerts, IssueRules) { ReplacedBy = Workflows },
        new("organizations/{org}/alert-rules/", Scopes.Alerts, MetricRules) { ReplacedBy = Detectors },
        new("organizations/{org}/combined-rules/", Scopes.Alerts, CombinedRules) { ReplacedBy = Workflows },
    ];

    /// <summary>Only active rules, newest id first.</summary>
    private static Answer IssueRules(Exchange exchange)
    {
        var project = Filters.PathProject(exchange);
        return exchange.Organization.IssueRules.Where(rule => rule.Project == project && rule.Status is "active").Reverse().ToList()
            .Page(exchange)
            .Write(exchange, static (json, rule) => LegacyRuleJson.WriteIssueRule(json, rule));
    }

    private static Answer MetricRules(Exchange exchange)
    {
        var inProjects = Filters.Projects(exchange);
        return exchange.Organization.MetricRules.FindAll(rule => inProjects(rule.Project))
            .Page(exchange)
            .Write(exchange, (json, rule) => LegacyRuleJson.WriteMetricRule(json, rule, exchange.Organization));
    }

    /// <summary>All projects together are for those who reach all of them.</summary>
    private static Answer CombinedRules(Exchange exchange)
    {
        ApiError.ThrowIf(
            exchange.QueryAll("project").Contains("-1", StringComparer.Ordinal) && !exchange.ReachesAllTeams(), ApiError.Forbidden());
        var inProjects = Filters.Projects(exchange);
        object[] rules =
        [
            .. exchange.Organization.IssueRules.Where(rule => inProjects(rule.Project)),
            .. exchange.Organization.MetricRules.Where(rule => inProjects(rule.Project)),
        ];
        return rules.Page(exchange).Write(exchange, (json, rule) =>
        {
            if (rule is SandboxIssueRule issueRule)
            {
                LegacyRuleJson.WriteIssueRule(json, issueRule, "rule");
            }
            else
            {
                LegacyRuleJson.WriteMetricRule(json, (SandboxMetricRule)rule, exchange.Organization, "alert_rule");
            }
        });
    }
}
