using System.Text.Json;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// The older alerts. <c>rules/{id}/</c> of a project: GET 200; PUT {name*, actionMatch*, frequency*, conditions*, actions*, filterMatch,
/// filters, environment, owner} 200, 400 {"frequency":["Ensure this value is greater than or equal to 5."]}; DELETE 202.
/// PUT <c>rules/{id}/enable/</c>: 202, 400 {"detail":"Rule is not disabled."}; there is no disabling, only muting.
/// <c>organizations/{org}/alert-rules/{id}/</c>: GET 200; PUT {query*, aggregate*, timeWindow* in minutes, thresholdType*, triggers*,
/// name, environment, owner} 200, 400 {"nonFieldErrors":["Must include at least one trigger"]}; DELETE 204.
/// <c>projects/{org}/{project}/rules|alert-rules/{id}/snooze/</c>: POST {target: "everyone"|"me", until} 201, 410 {"detail":"RuleSnooze
/// already exists for this rule and scope."}, 400 {"target":["This field is required."]}; DELETE 204,
/// 404 {"detail":"This rulesnooze object doesn't exist."}. Muting for oneself shows nowhere.
/// </summary>
internal static class LegacyAlertWrites
{
    private const string Workflows = "sentry-api-0-organization-workflow-index";
    private const string Detectors = "sentry-api-0-organization-detector-index";
    private const string Rule = "projects/{org}/{project}/rules/{rule}/";
    private const string MetricRule = "organizations/{org}/alert-rules/{rule}/";
    private static readonly string[] Readers = ["alerts:read", "project:read", "project:write", "project:admin"];
    private static readonly string[] Writers = ["alerts:write", "project:write", "project:admin"];
    private static readonly string[] OrganizationReaders = ["alerts:read", "org:read", "org:write", "org:admin"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new(Rule, Readers, exchange => WriteRule(Find(exchange))) { ReplacedBy = Workflows },
        new(Rule, Writers, Update) { Method = "PUT", ReplacedBy = Workflows },
        new(Rule, Writers, Delete) { Method = "DELETE", ReplacedBy = Workflows },
        new(Rule + "enable/", Writers, Enable) { Method = "PUT" },
        new(Rule + "snooze/", Writers, exchange => Mute(exchange, Find(exchange))) { Method = "POST", ReplacedBy = Workflows },
        new(Rule + "snooze/", Writers, exchange => Unmute(Find(exchange))) { Method = "DELETE", ReplacedBy = Workflows },
        new(MetricRule, OrganizationReaders, exchange => WriteMetric(exchange, FindMetric(exchange))) { ReplacedBy = Detectors },
        new(MetricRule, WorkflowWrites.Writers, UpdateMetric) { Method = "PUT", ReplacedBy = Detectors },
        new(MetricRule, WorkflowWrites.Writers, DeleteMetric) { Method = "DELETE", ReplacedBy = Detectors },
        new("projects/{org}/{project}/alert-rules/{rule}/snooze/", Writers, exchange => MuteMetric(exchange, FindMetric(exchange)))
        {
            Method = "POST",
            ReplacedBy = Detectors,
        },
        new("projects/{org}/{project}/alert-rules/{rule}/snooze/", Writers, exchange => UnmuteMetric(FindMetric(exchange)))
        {
            Method = "DELETE",
            ReplacedBy = Detectors,
        },
    ];

    private static SandboxIssueRule Find(Exchange exchange)
    {
        var (project, id) = (Filters.PathProject(exchange), exchange.Route("rule"));
        return exchange.Organization.IssueRules.Find(rule => rule.Project == project && rule.Id == id) ?? throw ApiError.NotFound();
    }

    private static SandboxMetricRule FindMetric(Exchange exchange)
    {
        var id = exchange.Route("rule");
        return exchange.Organization.MetricRules.Find(rule => rule.Id == id) ?? throw ApiError.NotFound();
    }

    private static Answer Update(Exchange exchange)
    {
        var (body, rule) = (exchange.Body, Find(exchange));
        var name = body.Text("name", required: true, most: 256);
        var match = body.Choice("actionMatch", ["all", "any", "none"], required: true);
        var filterMatch = body.Choice("filterMatch", ["all", "any", "none"]);
        var frequency = body.Number("frequency", 5, 43_200, required: true);
        body.Items("conditions", required: true);
        body.Items("actions", required: true);
        body.Items("filters");
        var (environment, owner) = (body.Text("environment", blank: true, nullable: true), body.Text("owner", nullable: true));
        body.ThrowIfWrong();
        (rule.Name, rule.ActionMatch, rule.FilterMatch, rule.Frequency) = (name!, match!, filterMatch ?? rule.FilterMatch, (int)frequency!);
        (rule.Conditions, rule.Actions) = (body.Raw("conditions")?.GetRawText(), body.Raw("actions")?.GetRawText());
        rule.Filters = body.Raw("filters")?.GetRawText() ?? rule.Filters;
        rule.Environment = string.IsNullOrEmpty(environment) ? null : environment;
        rule.Owner = owner;
        exchange.Note("rule.edit", $"edited rule \"{rule.Name}\"", rule.Id);
        return WriteRule(rule);
    }

    private static Answer WriteRule(SandboxIssueRule rule) => Answer.Json(json => LegacyRuleJson.WriteIssueRule(json, rule));

    private static Answer Delete(Exchange exchange)
    {
        var rule = Find(exchange);
        exchange.Organization.IssueRules.Remove(rule);
        exchange.Note("rule.remove", $"removed rule \"{rule.Name}\"", rule.Id);
        return Answer.Empty(202);
    }

    private static Answer Enable(Exchange exchange)
    {
        var rule = Find(exchange);
        ApiError.ThrowIf(rule.Status is not "disabled", ApiError.BadRequest("Rule is not disabled."));
        rule.Status = "active";
        exchange.Note("rule.edit", $"edited rule \"{rule.Name}\"", rule.Id);
        return Answer.Empty(202);
    }

    private static Answer Mute(Exchange exchange, SandboxIssueRule rule)
    {
        var all = ForEverybody(exchange, rule.Snooze);
        rule.Snooze |= all;
        return Muted(exchange, "rule.mute", rule.Name, rule.Id, all, metric: false);
    }

    private static Answer MuteMetric(Exchange exchange, SandboxMetricRule rule)
    {
        var all = ForEverybody(exchange, rule.Snooze);
        rule.Snooze |= all;
        return Muted(exchange, "alertrule.mute", rule.Name, rule.Id, all, metric: true);
    }

    private static bool ForEverybody(Exchange exchange, bool muted)
    {
        var target = exchange.Body.Text("target", required: true);
        exchange.Body.Date("until");
        exchange.Body.ThrowIfWrong();
        ApiError.ThrowIf(
            muted && target is not "me", new ApiError(Answer.Detail(410, "RuleSnooze already exists for this rule and scope.")));
        return target is not "me";
    }

    private static Answer Muted(Exchange exchange, string action, string name, string id, bool all, bool metric)
    {
        if (all)
        {
            exchange.Note(action, $"muted rule \"{name}\"", id);
        }

        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("ownerId", exchange.Token.User?.Id);
            json.WriteString("userId", all ? "everyone" : exchange.Token.User?.Id);
            json.WriteString("until", exchange.Body.Raw("until")?.ToString() ?? "forever");
            json.Date("dateAdded", exchange.Moment);
            json.WriteString("ruleId", metric ? null : id);
            json.WriteString("alertRuleId", metric ? id : null);
            json.WriteEndObject();
        }, 201);
    }

    private static Answer Unmute(SandboxIssueRule rule)
    {
        var muted = rule.Snooze;
        rule.Snooze = false;
        return Unmuted(muted);
    }

    private static Answer UnmuteMetric(SandboxMetricRule rule)
    {
        var muted = rule.Snooze;
        rule.Snooze = false;
        return Unmuted(muted);
    }

    private static Answer Unmuted(bool wasMuted) =>
        wasMuted ? Answer.Empty(204) : throw ApiError.NotFound("This rulesnooze object doesn't exist.");

    private static Answer UpdateMetric(Exchange exchange)
    {
        var (body, rule) = (exchange.Body, FindMetric(exchange));
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
        return WriteMetric(exchange, rule);
    }

    private static Answer WriteMetric(Exchange exchange, SandboxMetricRule rule) =>
        Answer.Json(json => LegacyRuleJson.WriteMetricRule(json, rule, exchange.Organization));

    private static Answer DeleteMetric(Exchange exchange)
    {
        var rule = FindMetric(exchange);
        exchange.Organization.MetricRules.Remove(rule);
        exchange.Note("alertrule.remove", $"removed metric alert rule \"{rule.Name}\"", rule.Id);
        return Answer.Empty(204);
    }
}
