using System.Globalization;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of rules at a Sentry before alerts and monitors.</summary>
internal static class LegacyAlertChanges
{
    private const string IssueRules = "projects/{org}/{project}/rules/";

    private static readonly OrganizationReference[] First = [new("acme")];

    public static readonly Change[] All =
    [
        new(
            "mute an older issue rule",
            "POST projects/{org}/{project}/rules/{rule}/snooze/",
            IssueRules,
            acme => acme.IssueRules.First(rule => rule is { Snooze: false, Status: "active" }).Id,
            id => new DisableSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => OlderOf(acme, id)!.Snooze.ToString())
        {
            IsLegacy = true,
        },
        new(
            "change an older issue rule",
            "PUT projects/{org}/{project}/rules/{rule}/",
            IssueRules,
            acme => acme.IssueRules[0].Id,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Frequency = TimeSpan.FromMinutes(77),
            },
            (acme, id) => OlderOf(acme, id)!.Frequency.ToString(CultureInfo.InvariantCulture))
        {
            IsLegacy = true,
        },
        new(
            "remove an older issue rule",
            "DELETE projects/{org}/{project}/rules/{rule}/",
            IssueRules,
            acme => acme.IssueRules[0].Id,
            id => new RemoveSentryAlertRuleCommand { Organization = First, AlertRule = [new(id)] },
            (acme, id) => OlderOf(acme, id)?.Id)
        {
            IsLegacy = true,
        },
        new(
            "mute an older metric rule",
            "POST projects/{org}/{project}/alert-rules/{rule}/snooze/",
            "organizations/{org}/combined-rules/",
            acme => acme.MetricRules.First(rule => !rule.Snooze).Id,
            id => new DisableSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MetricOf(acme, id)!.Snooze.ToString())
        {
            IsLegacy = true,
        },
        new(
            "change an older metric rule",
            "PUT organizations/{org}/alert-rules/{rule}/",
            "organizations/{org}/combined-rules/",
            acme => acme.MetricRules[0].Id,
            id => new SetSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
                Name = "Another name",
            },
            (acme, id) => MetricOf(acme, id)!.Name)
        {
            IsLegacy = true,
        },
        new(
            "remove an older metric rule",
            "DELETE organizations/{org}/alert-rules/{rule}/",
            "organizations/{org}/combined-rules/",
            acme => acme.MetricRules[0].Id,
            id => new RemoveSentryAlertRuleCommand
            {
                Organization = First,
                AlertRule = [new(id)],
                Kind = SentryAlertRuleKind.Metric,
            },
            (acme, id) => MetricOf(acme, id)?.Id)
        {
            IsLegacy = true,
        },
    ];

    private static SandboxIssueRule? OlderOf(SandboxOrganization organization, string id) =>
        organization.IssueRules.Find(rule => rule.Id == id);

    private static SandboxMetricRule? MetricOf(SandboxOrganization organization, string id) =>
        organization.MetricRules.Find(rule => rule.Id == id);
}
