using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of alerts and of metric monitors.</summary>
internal static class AlertChanges
{
    private const string Workflows = "organizations/{org}/workflows/";
    private const string Detectors = "organizations/{org}/detectors/";

    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "disable an alert",
            "PUT organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows.First(rule => rule.Enabled).Id,
            id => new DisableSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => RuleOf(acme, id)!.Enabled.ToString()),
        new(
            "enable an alert",
            "PUT organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows.First(rule => !rule.Enabled).Id,
            id => new EnableSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => RuleOf(acme, id)!.Enabled.ToString()),
        new(
            "change an alert",
            "PUT organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows.First(rule => !rule.Enabled).Id,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Name = "Another name",
                Frequency = TimeSpan.FromHours(12),
            },
            (acme, id) => RuleOf(acme, id)!.Name),
        new(
            "remove an alert",
            "DELETE organizations/{org}/workflows/{workflow}/",
            Workflows,
            acme => acme.Workflows[0].Id,
            id => new RemoveSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => RuleOf(acme, id)?.Id),
        new(
            "disable a metric monitor",
            "PUT organizations/{org}/detectors/{detector}/",
            Detectors,
            AMonitor,
            id => new DisableSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MonitorOf(acme, id)!.Enabled.ToString()),
        new(
            "rename a metric monitor",
            "PUT organizations/{org}/detectors/{detector}/",
            Detectors,
            AMonitor,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
                Name = "Another name",
            },
            (acme, id) => MonitorOf(acme, id)!.Name),
        new(
            "remove a metric monitor",
            "DELETE organizations/{org}/detectors/{detector}/",
            Detectors,
            AMonitor,
            id => new RemoveSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MonitorOf(acme, id)?.Id),
    ];

    private static SandboxWorkflow? RuleOf(SandboxOrganization organization, string id) =>
        organization.Workflows.Find(rule => rule.Id == id);

    private static string AMonitor(SandboxOrganization organization) =>
        organization.Detectors.First(monitor => monitor is { Type: "metric_issue", Enabled: true }).Id;

    private static SandboxDetector? MonitorOf(SandboxOrganization organization, string id) =>
        organization.Detectors.Find(monitor => monitor.Id == id);
}
