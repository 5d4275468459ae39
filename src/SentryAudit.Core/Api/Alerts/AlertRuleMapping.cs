using System.Text.Json;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Alerts;

internal static class AlertRuleMapping
{
    public static SentryAlertRule ToAlertRule(this WireWorkflow wire, string organization, StringList? projects, DateTimeOffset readAt) =>
        new()
        {
            Id = wire.Id ?? "",
            Name = wire.Name,
            Kind = SentryAlertRuleKind.Issue,
            Source = SentryAlertRuleSource.Workflow,
            Status = Status(wire.Enabled),
            DateCreated = wire.DateCreated,
            ActionMatch = Match([wire.Triggers?.LogicType]),
            FilterMatch = Match((wire.ActionFilters ?? []).Select(filter => filter.LogicType)),
            Frequency = Minutes(wire.Config?.Frequency),
            Environment = wire.Environment,
            ProjectSlugs = projects,
            Owner = wire.Owner,
            LastTriggered = wire.LastTriggered,
            Actions = new StringList(
                (wire.ActionFilters ?? []).SelectMany(filter => filter.Actions ?? []).Concat(wire.Triggers?.Actions ?? []).Select(Describe)
            ),
            ConnectedIds = new StringList(wire.DetectorIds ?? []),
            CreatedBy = wire.CreatedBy,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };

    public static SentryAlertRule ToAlertRule(
        this WireDetector wire,
        string organization,
        SentryAlertRuleKind kind,
        StringList? projects,
        DateTimeOffset readAt) =>
        new()
        {
            Id = wire.Id ?? "",
            Name = wire.Name,
            Kind = kind,
            Source = SentryAlertRuleSource.Detector,
            Status = Status(wire.Enabled),
            DateCreated = wire.DateCreated,
            Environment = wire
                .DataSources?.Select(source => source.QueryObj?.SnubaQuery?.Environment ?? source.QueryObj?.Environment)
                .FirstOrDefault(),
            ProjectSlugs = projects,
            Owner = Owner(wire.Owner),
            LastTriggered = wire.LatestGroup?.LastSeen,
            ConnectedIds = wire.WorkflowIds is { } workflows ? new StringList(workflows) : null,
            CreatedBy = wire.CreatedBy,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };

    public static SentryAlertRule ToAlertRule(
        this WireLegacyRule wire,
        string organization,
        SentryAlertRuleKind kind,
        SentryAlertRuleSource source,
        string? project,
        DateTimeOffset readAt) =>
        new()
        {
            Id = wire.Id ?? "",
            Name = wire.Name,
            Kind = kind,
            Source = source,
            // Metric rules count: 0 is normal, 5 disabled; 4 and 6 are states of their own.
            Status = wire is { Snooze: true, SnoozeForEveryone: not false }
                ? "muted"
                : wire.Status switch
                {
                    "0" => "active",
                    "5" => "disabled",
                    var other => other,
                },
            DateCreated = wire.DateCreated,
            ActionMatch = wire.ActionMatch,
            FilterMatch = wire.FilterMatch,
            Frequency = Minutes(wire.Frequency),
            Environment = wire.Environment,
            ProjectSlugs = new StringList(project is not null ? [project] : wire.Projects ?? (wire.ProjectSlug is { } only ? [only] : [])),
            Owner = Owner(wire.Owner),
            LastTriggered = wire.LastTriggered,
            Actions =
                source is SentryAlertRuleSource.LegacyRule ? new StringList((wire.Actions ?? []).Select(Describe))
                : wire.Triggers is { } triggers ? new StringList(triggers.SelectMany(trigger => trigger.Actions ?? []).Select(Describe))
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
        Status = wire.Status,
        DateCreated = wire.DateCreated,
        ProjectSlugs = wire.Project is { } project ? new[] { project }.Slugs() : null,
        Owner = Owner(wire.Owner),
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };

    /// <summary>Slugs of project ids, sorted; null when one of them is not among the projects listed, so that the answer would be short.</summary>
    public static StringList? Slugs(IEnumerable<string> projectIds, IReadOnlyDictionary<string, string> slugsById)
    {
        var slugs = projectIds.Distinct(StringComparer.Ordinal).Select(id => slugsById.GetValueOrDefault(id)).ToArray();
        return slugs.Contains(null) ? null : new StringList(slugs.OfType<string>().Order(StringComparer.Ordinal));
    }

    // "any-short" is "any" that stops at the first hit.
    private static string? Match(IEnumerable<string?> logicTypes)
    {
        var distinct = logicTypes
            .OfType<string>()
            .Select(type => type is "any-short" ? "any" : type)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return distinct switch
        {
            [] => null,
            [var only] => only,
            _ => "mixed",
        };
    }

    private static string? Status(bool? enabled) => enabled switch { true => "active", false => "disabled", null => null };

    private static TimeSpan? Minutes(int? minutes) => minutes is { } count ? TimeSpan.FromMinutes(count) : null;

    private static string? Owner(WireReference? owner) => owner is null ? null : $"{owner.Type}:{owner.Id}";

    private static string? Owner(JsonElement? owner) => owner switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } entity => $"{Text(entity, "type")}:{Text(entity, "id")}",
        _ => null,
    };

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Describe(WireAction action)
    {
        var target = action.Config?.TargetDisplay ?? Target(action.Config?.TargetType, action.Config?.TargetIdentifier);
        return action.Type is null ? action.Name ?? action.Id ?? "unknown" : $"{action.Type} {target}".TrimEnd();
    }

    private static string Describe(WireLegacyRule.WireLegacyAction action) =>
        $"{action.Type} {Target(action.TargetType, action.TargetIdentifier)}".Trim();

    private static string? Target(string? type, string? identifier) => string.IsNullOrEmpty(identifier) ? type : $"{type}:{identifier}";
}
