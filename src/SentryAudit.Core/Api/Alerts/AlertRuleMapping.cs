using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;

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
            FilterMatch = wire.ActionFilters is { } filters ? Match(filters.Select(filter => filter.LogicType)) : null,
            Frequency = Minutes(wire.Config?.Frequency),
            Environment = wire.Environment,
            ProjectSlugs = projects,
            Owner = wire.Owner,
            LastTriggered = wire.LastTriggered,
            Actions = ActionsOf(wire.ActionFilters?.Select(filter => filter.Actions).Append(wire.Triggers?.Actions ?? []))
                is { } actions ? new StringList(actions.Select(Describe)) : null,
            ConnectedIds = wire.DetectorIds is { } detectors ? new StringList(detectors) : null,
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
            Status = MonitorStatus.Of(Status(wire.Enabled), CronOf(wire)?.IsMuted),
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

    /// <summary>
    /// Slugs of project ids, sorted; null when one of them is unknown or not among the projects listed, so that the answer would be
    /// short. An empty id is that of no project.
    /// </summary>
    public static StringList? Slugs(IEnumerable<string?> projectIds, IReadOnlyDictionary<string, string> slugsById)
    {
        var slugs = projectIds.Distinct(StringComparer.Ordinal)
            .Where(id => id is not "")
            .Select(id => id is null ? null : slugsById.GetValueOrDefault(id))
            .ToArray();
        return slugs.Contains(null) ? null : new StringList(slugs.OfType<string>().Order(StringComparer.Ordinal));
    }

    /// <summary>All of some lists of actions; null when one of the lists is unknown, since the others would pass for all.</summary>
    public static IReadOnlyList<T>? ActionsOf<T>(IEnumerable<T[]?>? lists)
    {
        var known = lists?.ToArray();
        return known is null || Array.Exists(known, list => list is null) ? null : [.. known.SelectMany(list => list!)];
    }

    // "any-short" is "any" that stops at the first hit.
    private static string? Match(IEnumerable<string?> logicTypes)
    {
        var distinct = logicTypes
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

    /// <summary>The cron monitor that a detector watches; null for other kinds.</summary>
    public static WireMonitor? CronOf(WireDetector wire) => wire.Type is DetectorTypes.Cron
        ? wire.DataSources?.Select(candidate => candidate.QueryObj).FirstOrDefault(candidate => candidate is not null)
        : null;

    private static string? Status(bool? enabled) => enabled switch { true => "active", false => "disabled", null => null };

    public static TimeSpan? Minutes(int? minutes) => minutes is { } count ? TimeSpan.FromMinutes(count) : null;

    public static string? Owner(WireReference? owner) =>
        owner is { Type: { } type, Id: { } id } ? $"{type}:{id}" : null;

    // A service may be named by its webhook, and a webhook's address opens it.
    public static string Describe(WireAction action)
    {
        var target = action.Config?.TargetDisplay ?? Target(action.Config?.TargetType, action.Config?.TargetIdentifier);
        return SecretMask.In(action.Type is null ? Sentence(action) : $"{action.Type} {target}".TrimEnd());
    }

    private static string Sentence(WireAction action)
    {
        var sentence = action.Name ?? action.Id ?? "unknown";
        return string.IsNullOrEmpty(action.TargetIdentifier)
            ? sentence
            : $"{sentence} ({Target(action.TargetType, action.TargetIdentifier)})";
    }

    public static string? Target(string? type, string? identifier) => string.IsNullOrEmpty(identifier) ? type : $"{type}:{identifier}";
}
