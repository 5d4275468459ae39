using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// The older issue rules. <c>rules/{id}/</c> of a project: GET 200; PUT {name*, actionMatch*, frequency*, conditions*, actions*,
/// filterMatch, filters, environment, owner} 200, 400 {"frequency":["Ensure this value is greater than or equal to 5."]}; DELETE 202.
/// PUT <c>rules/{id}/enable/</c>: 202, 400 {"detail":"Rule is not disabled."}; there is no disabling, only muting.
/// </summary>
internal static class LegacyRuleWrites
{
    private const string Workflows = "sentry-api-0-organization-workflow-index";
    private const string Rule = "projects/{org}/{project}/rules/{rule}/";
    private static readonly string[] Readers = ["alerts:read", "project:read", "project:write", "project:admin"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new(Rule, Readers, exchange => WriteRule(Find(exchange))) { ReplacedBy = Workflows },
        new(Rule, RuleSnoozes.Writers, Update) { Method = "PUT", ReplacedBy = Workflows },
        new(Rule, RuleSnoozes.Writers, Delete) { Method = "DELETE", ReplacedBy = Workflows },
        new(Rule + "enable/", RuleSnoozes.Writers, Enable) { Method = "PUT" },
        new(Rule + "snooze/", RuleSnoozes.Writers, exchange => Mute(exchange, Find(exchange))) { Method = "POST", ReplacedBy = Workflows },
        new(Rule + "snooze/", RuleSnoozes.Writers, exchange => Unmute(Find(exchange))) { Method = "DELETE", ReplacedBy = Workflows },
    ];

    private static SandboxIssueRule Find(Exchange exchange)
    {
        var (project, id) = (Filters.PathProject(exchange), exchange.Route("rule"));
        return exchange.Organization.IssueRules.Find(rule => rule.Project == project && rule.Id == id) ?? throw ApiError.NotFound();
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
        var all = RuleSnoozes.ForEverybody(exchange, rule.Snooze);
        if (all)
        {
            rule.Snooze = true;
            exchange.Note("rule.mute", $"muted rule \"{rule.Name}\"", rule.Id);
        }

        return RuleSnoozes.Muted(exchange, rule.Id, all, metric: false);
    }

    private static Answer Unmute(SandboxIssueRule rule)
    {
        var muted = rule.Snooze;
        rule.Snooze = false;
        return RuleSnoozes.Unmuted(muted);
    }
}
