using System.Text.Json.Nodes;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

/// <summary>Changes of the alert rules of a self-hosted Sentry before 26.7. These can't be disabled, only muted for everybody.</summary>
internal sealed partial class SentryClient
{
    private static readonly string[] IssueRuleKeys =
    [
        "name",
        "actionMatch",
        "filterMatch",
        "frequency",
        "conditions",
        "filters",
        "actions",
        "environment",
        "owner",
    ];

    private static readonly string[] MetricRuleKeys =
    [
        "name",
        "description",
        "dataset",
        "queryType",
        "query",
        "aggregate",
        "eventTypes",
        "timeWindow",
        "projects",
        "environment",
        "owner",
        "thresholdType",
        "thresholdPeriod",
        "resolveThreshold",
        "comparisonDelta",
        "triggers",
        "detectionType",
        "sensitivity",
        "seasonality",
    ];

    private async Task SendLegacyRuleAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        AlertRuleChange change,
        CancellationToken cancellationToken)
    {
        if (change.IsEnabled is { } enabled)
        {
            await SwitchLegacyRuleAsync(organization, rule, enabled, cancellationToken).ConfigureAwait(false);
        }

        if (!change.IsSwitchOnly)
        {
            await SendWholeRuleAsync(
                    organization,
                    rule,
                    rule.Source is SentryAlertRuleSource.LegacyRule ? IssueRuleKeys : MetricRuleKeys,
                    change,
                    cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SwitchLegacyRuleAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        bool isEnabled,
        CancellationToken cancellationToken)
    {
        if (isEnabled && rule is { Source: SentryAlertRuleSource.LegacyRule, Status: "disabled" })
        {
            await SendAsync(
                    HttpMethod.Put,
                    organization,
                    LegacyAlertEndpoints.EnableIssueRule,
                    LegacyAlertEndpoints.EnableIssueRule.Path(organization.Slug, rule.ProjectSlug!, rule.Id),
                    [],
                    cancellationToken).ConfigureAwait(false);
            return;
        }

        var endpoint = rule.Source is SentryAlertRuleSource.LegacyRule ? LegacyAlertEndpoints.MuteIssueRule : LegacyAlertEndpoints.MuteMetricRule;
        var project = rule.ProjectSlug
            ?? rule.ProjectSlugs?.FirstOrDefault()
            ?? throw new SentryException(
                "SentryProjectUnknown",
                SentryErrorCategory.ObjectNotFound,
                $"The project of {rule} is not known, and it is muted there.",
                "Mute it in Sentry's web interface.");
        try
        {
            await SendAsync(
                    isEnabled ? HttpMethod.Delete : HttpMethod.Post,
                    organization,
                    endpoint,
                    endpoint.Path(organization.Slug, project, rule.Id),
                    isEnabled ? null : new JsonObject { ["target"] = "everyone" },
                    cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException refusal) when (IsSwitchedAlready(refusal, isEnabled))
        {
            // Somebody was faster; reading it back will tell.
        }
    }

    // Not a brown-out, nor a rule that is gone: Sentry says so of the muting itself.
    private static bool IsSwitchedAlready(SentryApiException refusal, bool isEnabled) =>
        refusal.Status == (isEnabled ? 404 : 410) && refusal.Detail?.Contains("rulesnooze", StringComparison.OrdinalIgnoreCase) is true;

    // Sentry takes what is not sent as removed, or refuses to do without it, so all that the rule has is sent back.
    private async Task SendWholeRuleAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        string[] keys,
        AlertRuleChange change,
        CancellationToken cancellationToken)
    {
        var (endpoint, path) = PathOf(organization, rule, forWriting: false);
        var (now, _, _) = await GetAsync(organization, endpoint, path, Query.Empty, WireJson.Default.JsonElement, cancellationToken)
            .ConfigureAwait(false);
        var read = JsonObject.Create(now)!;
        var body = new JsonObject(keys.Where(read.ContainsKey).Select(key => KeyValuePair.Create(key, read[key]?.DeepClone())));
        Apply(change, body);
        (endpoint, path) = PathOf(organization, rule, forWriting: true);
        await SendAsync(HttpMethod.Put, organization, endpoint, path, body, cancellationToken).ConfigureAwait(false);
    }

    private static void Apply(AlertRuleChange change, JsonObject body)
    {
        if (change.Name is not null)
        {
            body["name"] = change.Name;
        }

        if (change.Frequency is { } frequency)
        {
            body["frequency"] = (int)frequency.TotalMinutes;
        }

        foreach (var (key, wanted) in new[] { ("environment", change.Environment), ("owner", change.Owner) })
        {
            if (wanted is not null)
            {
                body[key] = Given(wanted, now: null);
            }
        }
    }
}
