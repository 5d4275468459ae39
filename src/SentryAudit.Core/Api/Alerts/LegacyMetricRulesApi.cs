using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Alerts;

/// <summary>
/// The other alerts of a self-hosted Sentry before 26.7: about metrics, which can be changed, and about addresses and cron jobs,
/// which can't.
/// </summary>
internal sealed class LegacyMetricRulesApi(ApiConnection api, LegacyRuleWriter writer, CronMonitorsApi crons) : IAlertRulePlace
{
    private static readonly Listing<WireCombinedRule> Rules = new(
        "alert rules",
        LegacyAlertEndpoints.CombinedRules,
        WireJson.Default.WireCombinedRuleArray,
        ListOrder.Holds,
        static rule => $"{rule.Type}:{rule.Id}");

    private static readonly string[] Keys =
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

    /// <summary>The rules of one kind, of some projects; of all for null.</summary>
    public IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization, SentryAlertRuleKind kind, ProjectSelection? selection, CancellationToken cancellationToken) =>
        kind is SentryAlertRuleKind.Cron
            ? ListCronsAsync(organization, selection, cancellationToken)
            : ListRulesAsync(organization, kind, selection, cancellationToken);

    public async Task<SentryAlertRule?> FindAsync(
        OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken) =>
        await api.FindAsync(ReadAddress(organization, rule), WireJson.Default.WireLegacyRule, cancellationToken)
            .ConfigureAwait(false) is { } answer
            ? answer.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, rule.Kind, rule.ProjectSlug, readAt))
            : null;

    public async Task SendAsync(
        OrganizationHome organization, SentryAlertRule rule, AlertRuleChange change, CancellationToken cancellationToken)
    {
        if (change.IsEnabled is { } isEnabled)
        {
            await writer.SwitchAsync(LegacyAlertEndpoints.MuteMetricRule, organization, rule, isEnabled, cancellationToken)
                .ConfigureAwait(false);
        }

        if (!change.IsSwitchOnly)
        {
            var (from, to) = (ReadAddress(organization, rule), ChangeAddress(organization, rule));
            await writer.SendWholeAsync(from, to, Keys, change, cancellationToken).ConfigureAwait(false);
        }
    }

    public EndpointAddress ChangeAddress(OrganizationHome organization, SentryAlertRule rule) =>
        LegacyAlertEndpoints.SetMetricRule.Of(organization, rule.Id);

    private static EndpointAddress ReadAddress(OrganizationHome organization, SentryAlertRule rule) =>
        LegacyAlertEndpoints.MetricRule.Of(organization, rule.Id);

    private async IAsyncEnumerable<SentryAlertRule> ListCronsAsync(
        OrganizationHome organization, ProjectSelection? selection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var monitor in crons.ReadAsync(organization, selection, cancellationToken).ConfigureAwait(false))
        {
            yield return monitor.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, readAt));
        }
    }

    private async IAsyncEnumerable<SentryAlertRule> ListRulesAsync(
        OrganizationHome organization,
        SentryAlertRuleKind kind,
        ProjectSelection? selection,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var type = kind is SentryAlertRuleKind.Uptime ? "uptime" : "alert_rule";
        var rules = api.ReadAsync(Rules.LimitedTo(selection), organization, cancellationToken);
        await foreach (var rule in rules.ConfigureAwait(false))
        {
            if (rule.Item.Type == type)
            {
                var told = rule.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, kind, project: null, readAt));
                yield return rule.Item is { Snooze: true, SnoozeForEveryone: null }
                    ? await FindMutedAsync(organization, told, cancellationToken).ConfigureAwait(false)
                    : told;
            }
        }
    }

    // Only the rule itself tells for whom it is muted, and Sentry fails on one of several projects.
    private async Task<SentryAlertRule> FindMutedAsync(
        OrganizationHome organization, SentryAlertRule listed, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(organization, listed, cancellationToken).ConfigureAwait(false) ?? listed;
        }
        catch (SentryApiException fault) when (fault.Category is not SentryErrorCategory.AuthenticationError)
        {
            return listed;
        }
    }
}
