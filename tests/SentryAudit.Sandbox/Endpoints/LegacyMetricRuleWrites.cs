using System.Text.Json;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// The older metric rules. <c>organizations/{org}/alert-rules/{id}/</c>: GET 200; PUT {query*, aggregate*, timeWindow* in minutes,
/// thresholdType*, triggers*, name, environment, owner} 200, 400 {"nonFieldErrors":["Must include at least one trigger"]}; DELETE 204.
/// </summary>
internal static class LegacyMetricRuleWrites
{
    private const string Detectors = "sentry-api-0-organization-detector-index";
    private const string Rule = "organizations/{org}/alert-rules/{rule}/";
    private const string Snooze = "projects/{org}/{project}/alert-rules/{rule}/snooze/";
    private static readonly string[] Readers = ["alerts:read", "org:read", "org:write", "org:admin"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new(Rule, Readers, exchange => Write(exchange, Find(exchange))) { ReplacedBy = Detectors },
        new(Rule, WorkflowWrites.Writers, Update) { Method = "PUT", ReplacedBy = Detectors },
        new(Rule, WorkflowWrites.Writers, Delete) { Method = "DELETE", ReplacedBy = Detectors },
        new(Snooze, RuleSnoozes.Writers, exchange => Mute(exchange, Find(exchange))) { Method = "POST", ReplacedBy = Detectors },
        new(Snooze, RuleSnoozes.Writers, exchange => Unmute(Find(exchange))) { Method = "DELETE", ReplacedBy = Detectors },
    ];

    private static SandboxMetricRule Find(Exchange exchange)
    {
        var id = exchange.Route("rule");
        return exchange.Organization.MetricRules.Find(rule => rule.Id == id) ?? throw ApiError.NotFound();
    }

    private static Answer Mute(Exchange exchange, SandboxMetricRule rule)
    {
        var all = RuleSnoozes.ForEverybody(exchange, rule.Snooze);
        if (all)
        {
            rule.Snooze = true;
            exchange.Note("alertrule.mute", $"muted rule \"{rule.Name}\"", rule.Id);
        }

        return RuleSnoozes.Muted(exchange, rule.Id, all, metric: true);
    }

    private static Answer Unmute(SandboxMetricRule rule)
    {
        var muted = rule.Snooze;
        rule.Snooze = false;
        return RuleSnoozes.Unmuted(muted);
    }

    private static Answer Update(Exchange exchange)
    {
        var (body, rule) = (exchange.Body, Find(exchange));
        var (name, query, aggregate) = (
            body.Text("name", most: 256),
            body.Text("query", required: true, blank: true),
            body.Text("aggregate", required: true));
        var window = body.Number("timeWindow", 1, 1440, required: true);
        body.Number("thresholdType", 0, 1, required: true);
        var (environment, owner) = (body.Text("environment", nullable: true), body.Text("owner", nullable: true));
        var triggers = body.Items("triggers");
        if (triggers is null or [])
        {
            body.Mistake("nonFieldErrors", "Must include at least one trigger");
        }

        body.ThrowIfWrong();
        var old = rule.Metric;
        rule.Metric = old with
        {
            Query = query ?? old.Query,
            Aggregate = aggregate ?? old.Aggregate,
            TimeWindow = window is { } minutes ? (int)minutes * 60 : old.TimeWindow,
            Environment = body.Has("environment") ? environment : old.Environment,
            Threshold =
                triggers is [{ ValueKind: JsonValueKind.Object } first, ..]
                && first.TryGetProperty("alertThreshold", out var threshold)
                && threshold.TryGetDouble(out var number)
                    ? number
                    : old.Threshold,
        };
        (rule.Name, rule.Owner, rule.DateModified) = (name ?? rule.Name, body.Has("owner") ? owner : rule.Owner, exchange.Moment);
        exchange.Note("alertrule.edit", $"edited metric alert rule \"{rule.Name}\"", rule.Id);
        return Write(exchange, rule);
    }

    private static Answer Write(Exchange exchange, SandboxMetricRule rule) =>
        Answer.Json(json => LegacyRuleJson.WriteMetricRule(json, rule, exchange.Organization));

    private static Answer Delete(Exchange exchange)
    {
        var rule = Find(exchange);
        exchange.Organization.MetricRules.Remove(rule);
        exchange.Note("alertrule.remove", $"removed metric alert rule \"{rule.Name}\"", rule.Id);
        return Answer.Empty(204);
    }
}
