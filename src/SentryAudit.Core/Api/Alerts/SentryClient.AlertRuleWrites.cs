using System.Text.Json.Nodes;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

/// <summary>Changes of alert rules: of workflows and detectors here, of what they replaced in the other part.</summary>
internal sealed partial class SentryClient
{
    /// <summary>Changes an alert rule, and reads it back: what it is connected to and what it does must be as before.</summary>
    public async Task<SentryAlertRule> SetAlertRuleAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        AlertRuleChange change,
        CancellationToken cancellationToken)
    {
        await ChangeAsync<object>(
                $"Changing alert rule {rule}",
                async () =>
                {
                    await SendAlertRuleAsync(organization, rule, change, cancellationToken).ConfigureAwait(false);
                    return rule;
                },
                async () =>
                    await FindAlertRuleAsync(organization, rule, cancellationToken).ConfigureAwait(false) is { } now
                    && !Missing(change.Differences(now))
                        ? now
                        : null).ConfigureAwait(false);

        var after = await FindAlertRuleAsync(organization, rule, cancellationToken).ConfigureAwait(false)
            ?? throw Incomplete($"alert rule {rule}", "it is gone");
        if (PropertyChange.Describe(change.Differences(after)) is { } missing)
        {
            throw Incomplete($"alert rule {rule}", missing);
        }

        return IsSame(rule.ConnectedIds, after.ConnectedIds) && IsSame(rule.Actions, after.Actions)
            ? after
            : throw new SentryException(
                "SentryChangeIncomplete",
                SentryErrorCategory.InvalidResult,
                $"Sentry changed more of alert rule {rule} than was asked for: its actions or connections are not what they were.",
                "Look at the alert in Sentry.");
    }

    /// <summary>Removes an alert rule.</summary>
    public Task RemoveAlertRuleAsync(OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken)
    {
        var (endpoint, path) = PathOf(organization, rule, forWriting: true);
        return DeleteAsync(
            $"Removing alert rule {rule}",
            organization,
            endpoint,
            path,
            async () => await FindAlertRuleAsync(organization, rule, cancellationToken).ConfigureAwait(false) is not null,
            cancellationToken);
    }

    /// <summary>One rule as it is now; null when it is gone.</summary>
    private async Task<SentryAlertRule?> FindAlertRuleAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        CancellationToken cancellationToken)
    {
        var (endpoint, path) = PathOf(organization, rule, forWriting: false);
        try
        {
            if (rule.Source is SentryAlertRuleSource.Workflow)
            {
                var (workflow, _, readAt) = await GetAsync(
                        organization,
                        endpoint,
                        path,
                        Query.Empty,
                        WireJson.Default.WireWorkflow,
                        cancellationToken).ConfigureAwait(false);
                return workflow.ToAlertRule(organization.Slug, rule.ProjectSlugs, readAt);
            }

            if (rule.Source is SentryAlertRuleSource.Detector)
            {
                var (detector, _, readAt) = await GetAsync(
                        organization,
                        endpoint,
                        path,
                        Query.Empty,
                        WireJson.Default.WireDetector,
                        cancellationToken).ConfigureAwait(false);
                return detector.ToAlertRule(organization.Slug, rule.Kind, rule.ProjectSlugs, readAt);
            }

            var (legacy, _, legacyReadAt) = await GetAsync(
                    organization,
                    endpoint,
                    path,
                    Query.Empty,
                    WireJson.Default.WireLegacyRule,
                    cancellationToken).ConfigureAwait(false);
            return legacy.ToAlertRule(organization.Slug, rule.Kind, rule.Source, rule.ProjectSlug, legacyReadAt);
        }
        catch (SentryApiException missing) when (missing.Status is 404)
        {
            return null;
        }
    }

    private Task SendAlertRuleAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        AlertRuleChange change,
        CancellationToken cancellationToken) =>
        rule.Source switch
        {
            SentryAlertRuleSource.Workflow => SendWorkflowAsync(organization, rule, change, cancellationToken),
            SentryAlertRuleSource.Detector => SendDetectorAsync(organization, rule, change, cancellationToken),
            _ => SendLegacyRuleAsync(organization, rule, change, cancellationToken),
        };

    // Sentry wants the name, and enables what is not said to be disabled. It keeps the triggers, actions, monitors and
    // frequency that are not sent; sent along, each action would be checked anew, and one whose channel is gone would stop the change.
    private async Task SendWorkflowAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        AlertRuleChange change,
        CancellationToken cancellationToken)
    {
        var now = (
            await GetAsync(
                    organization,
                    AlertEndpoints.Workflow,
                    AlertEndpoints.Workflow.Path(organization.Slug, rule.Id),
                    Query.Empty,
                    WireJson.Default.WireWorkflow,
                    cancellationToken).ConfigureAwait(false)
        ).Value;
        var body = new JsonObject
        {
            ["name"] = change.Name ?? now.Name,
            ["enabled"] = change.IsEnabled ?? now.Enabled,
            ["environment"] = Given(change.Environment, now.Environment),
            ["owner"] = Given(change.Owner, now.Owner),
        };
        if (change.Frequency is { } frequency)
        {
            body["config"] = new JsonObject { ["frequency"] = (int)frequency.TotalMinutes };
        }

        await SendAsync(
                HttpMethod.Put,
                organization,
                AlertEndpoints.SetWorkflow,
                AlertEndpoints.SetWorkflow.Path(organization.Slug, rule.Id),
                body,
                cancellationToken).ConfigureAwait(false);
    }

    private async Task SendDetectorAsync(
        OrganizationHome organization,
        SentryAlertRule rule,
        AlertRuleChange change,
        CancellationToken cancellationToken)
    {
        var now = (
            await GetAsync(
                    organization,
                    AlertEndpoints.Detector,
                    AlertEndpoints.Detector.Path(organization.Slug, rule.Id),
                    Query.Empty,
                    WireJson.Default.WireDetector,
                    cancellationToken).ConfigureAwait(false)
        ).Value;
        var body = new JsonObject
        {
            ["name"] = change.Name ?? now.Name,
            ["type"] = now.Type,
            ["enabled"] = change.IsEnabled ?? now.Enabled,
            ["owner"] = Given(change.Owner, now.Owner is { } owner ? $"{owner.Type}:{owner.Id}" : null),
        };
        await SendAsync(
                HttpMethod.Put,
                organization,
                AlertEndpoints.SetDetector,
                AlertEndpoints.SetDetector.Path(organization.Slug, rule.Id),
                body,
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is asked for, else what is there; an empty text is nothing.</summary>
    private static string? Given(string? wanted, string? now) => wanted is null ? now : wanted is "" ? null : wanted;

    private static bool IsSame(StringList? before, StringList? after) =>
        before is null
        || after is null
        || before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static (SentryEndpoint Endpoint, string Path) PathOf(OrganizationHome organization, SentryAlertRule rule, bool forWriting)
    {
        var endpoint = (rule.Source, forWriting) switch
        {
            (SentryAlertRuleSource.Workflow, false) => AlertEndpoints.Workflow,
            (SentryAlertRuleSource.Workflow, true) => AlertEndpoints.SetWorkflow,
            (SentryAlertRuleSource.Detector, false) => AlertEndpoints.Detector,
            (SentryAlertRuleSource.Detector, true) => AlertEndpoints.SetDetector,
            (SentryAlertRuleSource.LegacyRule, false) => LegacyAlertEndpoints.IssueRule,
            (SentryAlertRuleSource.LegacyRule, true) => LegacyAlertEndpoints.SetIssueRule,
            (_, false) => LegacyAlertEndpoints.MetricRule,
            (_, true) => LegacyAlertEndpoints.SetMetricRule,
        };
        return (
            endpoint,
            rule.Source is SentryAlertRuleSource.LegacyRule
                ? endpoint.Path(organization.Slug, rule.ProjectSlug!, rule.Id)
                : endpoint.Path(organization.Slug, rule.Id));
    }
}
