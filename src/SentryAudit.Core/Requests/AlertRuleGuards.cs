using System.Globalization;

namespace SentryAudit.Requests;

/// <summary>Finds changes that an alert rule can't have, before anything is sent. Each check gives null if it finds nothing.</summary>
internal static class AlertRuleGuards
{
    private static readonly int[] WorkflowMinutes = [0, 5, 10, 30, 60, 180, 720, 1440];
    private const int LeastLegacyMinutes = 5;
    private const int MostLegacyMinutes = 43_200;

    /// <summary>Finds rules that can only be changed in Sentry's web interface.</summary>
    public static SentryException? AgainstAnyChange(SentryAlertRule rule) =>
        rule switch
        {
            { Source: SentryAlertRuleSource.LegacyMonitor }
            or { Source: SentryAlertRuleSource.LegacyMetricRule, Kind: not SentryAlertRuleKind.Metric }
            or { Source: SentryAlertRuleSource.Unknown } => Refusal(
                "SentryAlertRuleFixed",
                $"{rule} is a {rule.Kind.ToString().ToLowerInvariant()} monitor of an older Sentry, which this module can't change.",
                "Change it in Sentry's web interface, or update that Sentry to 26.7 or later."),
            _ => null,
        };

    /// <summary>Finds rules of an older Sentry that Sentry disabled itself: its API can't enable them.</summary>
    public static SentryException? AgainstEnabling(SentryAlertRule rule) =>
        AgainstAnyChange(rule)
        ?? (
            rule is { Source: SentryAlertRuleSource.LegacyMetricRule, Status: "disabled" }
                ? Refusal(
                    "SentryAlertRuleFixed",
                    $"{rule} was disabled by Sentry itself, and the API of an older Sentry can't enable metric rules.",
                    "Check the query of the rule and the organization's plan in Sentry's web interface.")
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
                    $"Give one of the times that Sentry accepts: {string.Join(", ", WorkflowMinutes)} minutes."),
            (SentryAlertRuleSource.LegacyRule, { } minutes) => minutes is >= LeastLegacyMinutes and <= MostLegacyMinutes
            && double.IsInteger(minutes)
                ? null
                : Refusal(
                    "InvalidSentryFrequency",
                    $"An alert can't notify every {minutes.ToString(CultureInfo.InvariantCulture)} minutes.",
                    $"Give {LeastLegacyMinutes} to {MostLegacyMinutes} whole minutes."),
            _ => Refusal(
                "SentryAlertRuleWithoutFrequency",
                $"{rule} has no frequency of its own; the alerts that are connected to it have one.",
                "Set the frequency of those alerts; Get-SentryAlertRule lists them."),
        };

    private static SentryException? AgainstEnvironment(SentryAlertRule rule, string? environment) =>
        environment is not null && rule.Source is SentryAlertRuleSource.Detector
            ? Refusal(
                "SentryAlertRuleWithoutEnvironment",
                $"The environment of {rule} is part of what it measures, so it can't be changed here.",
                "Change it in Sentry's web interface.")
            : null;

    private static SentryException Refusal(string id, string message, string remedy) =>
        new(id, SentryErrorCategory.InvalidArgument, message, remedy);
}
