using System.Globalization;

namespace SentryAudit.Requests;

/// <summary>Changes that an alert rule does not take, told before anything is sent.</summary>
internal static class AlertRuleGuards
{
    private static readonly int[] WorkflowMinutes = [0, 5, 10, 30, 60, 180, 720, 1440];
    private const int LeastLegacyMinutes = 5;
    private const int MostLegacyMinutes = 43_200;

    /// <summary>Some rules can be changed in Sentry's web interface only.</summary>
    public static SentryException? AgainstAnyChange(SentryAlertRule rule) =>
        rule switch
        {
            { Source: SentryAlertRuleSource.LegacyMonitor }
            or { Source: SentryAlertRuleSource.LegacyMetricRule, Kind: not SentryAlertRuleKind.Metric }
            or { Source: SentryAlertRuleSource.Unknown } => Refusal(
                "SentryAlertRuleFixed",
                $"{rule} is a {rule.Kind.ToString().ToLowerInvariant()} monitor of an older Sentry, which this module does not change.",
                "Change it in Sentry's web interface, or update that Sentry to 26.7 or later."),
            _ => null,
        };

    /// <summary>What Sentry itself disabled on an older Sentry has no switch.</summary>
    public static SentryException? AgainstEnabling(SentryAlertRule rule) =>
        AgainstAnyChange(rule)
        ?? (
            rule is { Source: SentryAlertRuleSource.LegacyMetricRule, Status: "disabled" }
                ? Refusal(
                    "SentryAlertRuleFixed",
                    $"{rule} was disabled by Sentry itself, and an older Sentry enables no metric rule over its API.",
                    "Look at its query and at the plan in Sentry's web interface.")
                : null);

    public static SentryException? Against(SentryAlertRule rule, AlertRuleChange change) =>
        AgainstAnyChange(rule) ?? AgainstFrequency(rule, change.Frequency) ?? AgainstEnvironment(rule, change.Environment);

    private static SentryException? AgainstFrequency(SentryAlertRule rule, TimeSpan? frequency) =>
        (rule.Source, frequency?.TotalMinutes) switch
        {
            (_, null) => null,
            (SentryAlertRuleSource.Workflow, { } minutes) => WorkflowMinutes.Any(allowed => allowed == minutes)
                ? null
                : Refusal(
                    "InvalidSentryFrequency",
                    $"An alert can't notify every {minutes.ToString(CultureInfo.InvariantCulture)} minutes.",
                    $"Sentry takes {string.Join(", ", WorkflowMinutes)} minutes."),
            (SentryAlertRuleSource.LegacyRule, { } minutes) => minutes is >= LeastLegacyMinutes and <= MostLegacyMinutes
            && double.IsInteger(minutes)
                ? null
                : Refusal(
                    "InvalidSentryFrequency",
                    $"An alert can't notify every {minutes.ToString(CultureInfo.InvariantCulture)} minutes.",
                    $"Sentry takes {LeastLegacyMinutes} to {MostLegacyMinutes} whole minutes."),
            _ => Refusal(
                "SentryAlertRuleWithoutFrequency",
                $"{rule} has no frequency: that belongs to the alerts that are connected to it.",
                "Set it there: Get-SentryAlertRule lists them."),
        };

    private static SentryException? AgainstEnvironment(SentryAlertRule rule, string? environment) =>
        environment is not null && rule.Source is SentryAlertRuleSource.Detector
            ? Refusal(
                "SentryAlertRuleWithoutEnvironment",
                $"The environment of {rule} is part of what it measures.",
                "Change it in Sentry's web interface.")
            : null;

    private static SentryException Refusal(string id, string message, string remedy) =>
        new(id, SentryErrorCategory.InvalidArgument, message, remedy);
}
