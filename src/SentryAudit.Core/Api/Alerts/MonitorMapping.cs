using System.Text.Json;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Alerts;

internal static class MonitorMapping
{
    /// <param name="rules">Names of alert rules by id.</param>
    public static SentryMonitor ToMonitor(
        this WireDetector wire,
        string organization,
        string? project,
        IReadOnlyDictionary<string, string?> rules,
        DateTimeOffset readAt)
    {
        var source = wire.DataSources?.Select(candidate => candidate.QueryObj).FirstOrDefault(candidate => candidate is not null);
        return new SentryMonitor
        {
            Id = wire.Id ?? "",
            Name = wire.Name,
            Slug = wire.Type is DetectorTypes.Cron ? source?.Slug : null,
            Kind = KindOf(wire.Type),
            Type = wire.Type,
            Status = MonitorStatus.Of(
                wire.Enabled switch { true => "active", false => "disabled", null => null }, AlertRuleMapping.CronOf(wire)?.IsMuted),
            IsMuted = AlertRuleMapping.CronOf(wire)?.IsMuted,
            Owner = AlertRuleMapping.Owner(wire.Owner),
            Environments = EnvironmentsOf(wire, source),
            Schedule = Schedule(source?.Config?.Schedule),
            TimeZone = source?.Config?.TimeZone,
            LastCheckIn = LastCheckIn(source),
            AlertRuleIds = wire.WorkflowIds is { } ids ? new StringList(ids) : null,
            AlertRules = Names(wire.WorkflowIds, rules),
            ProjectSlug = project,
            DateCreated = wire.DateCreated,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };
    }

    /// <param name="detector">The detector that Sentry keeps for it; null when it is not known which.</param>
    public static SentryMonitor ToMonitor(
        this WireMonitor wire,
        string organization,
        WireDetector? detector,
        IReadOnlyDictionary<string, string?> rules,
        DateTimeOffset readAt) =>
        new()
        {
            Id = wire.Id ?? "",
            Name = wire.Name,
            Slug = wire.Slug,
            Kind = SentryMonitorKind.Cron,
            Type = "cron_monitor",
            Status = MonitorStatus.Of(wire.Status, wire.IsMuted),
            IsMuted = wire.IsMuted,
            Owner = AlertRuleMapping.Owner(wire.Owner),
            Environments = Environments(wire),
            Schedule = Schedule(wire.Config?.Schedule),
            TimeZone = wire.Config?.TimeZone,
            LastCheckIn = LastCheckIn(wire),
            AlertRuleIds = detector?.WorkflowIds is { } ids ? new StringList(ids) : null,
            AlertRules = Names(detector?.WorkflowIds, rules),
            ProjectSlug = wire.Project?.Slug,
            DateCreated = wire.DateCreated,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };

    private static SentryMonitorKind KindOf(string? type) => type switch
    {
        DetectorTypes.Error => SentryMonitorKind.Error,
        DetectorTypes.Metric => SentryMonitorKind.Metric,
        DetectorTypes.Uptime => SentryMonitorKind.Uptime,
        DetectorTypes.Cron => SentryMonitorKind.Cron,
        _ => SentryMonitorKind.Unknown,
    };

    // Errors are watched everywhere; of other kinds only the source says where, and without it nobody knows.
    private static StringList? EnvironmentsOf(WireDetector wire, WireMonitor? source)
    {
        if (wire.Type is DetectorTypes.Cron)
        {
            return source is null ? null : Environments(source);
        }

        var only = source?.SnubaQuery?.Environment ?? source?.Environment ?? wire.Config?.Environment;
        return only is not null ? new StringList([only]) : source is not null || wire.Type is DetectorTypes.Error ? StringList.Empty : null;
    }

    private static StringList? Environments(WireMonitor wire) =>
        wire.Environments is { } environments
            && Array.TrueForAll(environments, environment => environment.Name is not null)
            ? new StringList(environments.Select(environment => environment.Name!).Order(StringComparer.Ordinal))
            : null;

    private static DateTimeOffset? LastCheckIn(WireMonitor? wire) => wire?.Environments?.Max(environment => environment.LastCheckIn);

    private static string? Schedule(JsonElement? schedule) => schedule switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 && list.EnumerateArray().All(IsText) =>
            $"every {string.Join(' ', list.EnumerateArray())}",
        _ => null,
    };

    private static bool IsText(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number;

    private static StringList? Names(string[]? ids, IReadOnlyDictionary<string, string?> rules) =>
        ids is null ? null : new StringList(ids.Select(id => rules.GetValueOrDefault(id) ?? id));
}
