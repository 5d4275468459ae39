namespace SentryAudit.Api.Alerts;

/// <summary>All places in which a Sentry keeps alert rules.</summary>
internal sealed record AlertRulePlaces(
    WorkflowsApi Workflows, DetectorsApi Detectors, LegacyIssueRulesApi IssueRules, LegacyMetricRulesApi MetricRules)
{
    public IAlertRulePlace Of(SentryAlertRule rule) => rule.Source switch
    {
        SentryAlertRuleSource.Workflow => Workflows,
        SentryAlertRuleSource.Detector => Detectors,
        SentryAlertRuleSource.LegacyRule => IssueRules,
        _ => MetricRules,
    };
}
