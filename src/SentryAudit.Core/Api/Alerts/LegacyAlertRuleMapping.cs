using System.Text.Json;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;

namespace SentryAudit.Api.Alerts;

internal static class LegacyAlertRuleMapping
{
    public static SentryAlertRule ToAlertRule(
        this WireLegacyRule wire, string organization, SentryAlertRuleKind kind, string? project, DateTimeOffset readAt) =>
        new()
        {
            Id = wire.Id ?? "",
            Name = wire.Name,
            Kind = kind,
            Source = kind is SentryAlertRuleKind.Issue ? SentryAlertRuleSource.LegacyRule : SentryAlertRuleSource.LegacyMetricRule,
            Status = Status(wire),
            DateCreated = wire.DateCreated,
            ActionMatch = wire.ActionMatch,
            FilterMatch = wire.FilterMatch,
            Frequency = AlertRuleMapping.Minutes(wire.Frequency),
            Environment = wire.Environment,
            ProjectSlugs = project is not null ? new StringList([project])
                : (wire.Projects ?? (wire.ProjectSlug is { } only ? [only] : null)) is { } projects ? new StringList(projects)
                : null,
            Owner = Owner(wire.Owner),
            LastTriggered = wire.LastTriggered,
            Actions =
                kind is SentryAlertRuleKind.Issue
                    ? wire.Actions is { } actions ? new StringList(actions.Select(AlertRuleMapping.Describe)) : null
                    : AlertRuleMapping.ActionsOf(wire.Triggers?.Select(trigger => trigger.Actions)) is { } triggered
                        ? new StringList(triggered.Select(Describe))
                        : null,
            CreatedBy = wire.CreatedBy?.Id,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };

    public static SentryAlertRule ToAlertRule(this WireMonitor wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Name = wire.Name,
        Kind = SentryAlertRuleKind.Cron,
        Source = SentryAlertRuleSource.LegacyMonitor,
        Status = MonitorStatus.Of(wire.Status, wire.IsMuted),
        DateCreated = wire.DateCreated,
        ProjectSlugs = wire.Project is { } project ? new[] { project }.Slugs() : null,
        Owner = AlertRuleMapping.Owner(wire.Owner),
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };

    // Where a list does not report for whom a rule is muted, it may be for the caller alone.
    private static string? Status(WireLegacyRule wire) => wire switch
    {
        { Snooze: true, SnoozeForEveryone: true } => "muted",
        { Snooze: true, SnoozeForEveryone: null } => null,

        // Metric rules count: 0 is normal, 5 disabled; 4 and 6 are states of their own.
        { Status: "0" } => "active",
        { Status: "5" } => "disabled",
        _ => wire.Status,
    };

    private static string? Owner(JsonElement? owner) => owner switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } entity when Text(entity, "type") is { } type && Text(entity, "id") is { } id => $"{type}:{id}",
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private static string Describe(WireLegacyRule.WireLegacyAction action) =>
        SecretMask.In($"{action.Type} {AlertRuleMapping.Target(action.TargetType, action.TargetIdentifier)}".Trim());
}
