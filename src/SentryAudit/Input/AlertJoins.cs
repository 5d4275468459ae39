namespace SentryAudit.Input;

/// <summary>What alert rules and monitors may be piped into.</summary>
internal static class AlertJoins
{
    // A detector is a monitor, and also what some alert rules are; workflows are connected to detectors.
    private static readonly Dictionary<string, string> Workflows = new(StringComparer.Ordinal)
    {
        [nameof(SentryAlertRule.Kind)] = nameof(SentryAlertRuleKind.Issue),
        [nameof(SentryAlertRule.Source)] = nameof(SentryAlertRuleSource.Workflow),
    };

    public static IReadOnlyList<Join> All { get; } =
    [
        new("SentryAlertRule", "AlertRule", ["Id"],
        [
            "Get-SentryAlertRule", "Set-SentryAlertRule", "Enable-SentryAlertRule", "Disable-SentryAlertRule", "Remove-SentryAlertRule",
        ]),
        new("SentryAlertRule", "Monitor", ["ConnectedIds"], ["Get-SentryMonitor"])
        {
            When = (nameof(SentryAlertRule.Source), [nameof(SentryAlertRuleSource.Workflow)]),
        },
        new("SentryAlertRule", "Monitor", ["Id"], ["Get-SentryMonitor"])
        {
            When = (nameof(SentryAlertRule.Source), [nameof(SentryAlertRuleSource.Detector), nameof(SentryAlertRuleSource.LegacyMonitor)]),
        },
        new("SentryAlertRule", "Project", ["ProjectSlugs"], ["Get-SentryProject"]),
        new("SentryMonitor", "Monitor", ["Id"], ["Get-SentryMonitor"]),
        new("SentryMonitor", "AlertRule", ["AlertRuleIds"], ["Get-SentryAlertRule"]) { Known = Workflows },
        new("SentryMonitor", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
    ];
}
