using System.Runtime.CompilerServices;
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
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

/// <summary>The alert endpoints of a self-hosted Sentry before 26.7, which sentry.io is removing.</summary>
internal sealed partial class SentryClient
{
    private async IAsyncEnumerable<SentryAlertRule> ListLegacyIssueRulesAsync(
        OrganizationHome organization, ProjectSelection? projects, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slugs = projects?.Slugs.ToArray()
            ??
            [
                .. (await Areas.Projects.ReadSlugsAsync(organization, cancellationToken).ConfigureAwait(false)).Values.Order(
                    StringComparer.Ordinal),
            ];
        await foreach (
            var rules in slugs
                .SelectInParallel(Parallelism, (slug, ct) => ReadProjectRulesAsync(organization, slug, ct), cancellationToken)
                .ConfigureAwait(false))
        {
            foreach (var rule in rules)
            {
                yield return rule;
            }
        }
    }

    private async Task<IReadOnlyList<SentryAlertRule>> ReadProjectRulesAsync(
        OrganizationHome organization,
        string project,
        CancellationToken cancellationToken)
    {
        var rules = new List<SentryAlertRule>();
        await foreach (
            var (rule, readAt) in ReadPagesAsync(
                    $"alert rules of {organization}/{project}",
                    organization.Host,
                    LegacyAlertEndpoints.ProjectRules,
                    LegacyAlertEndpoints.ProjectRules.Path(organization.Slug, project),
                    Query.Empty,
                    WireJson.Default.WireLegacyRuleArray,
                    rule => rule.Id,
                    cancellationToken).ConfigureAwait(false))
        {
            rules.Add(rule.ToAlertRule(organization.Slug, SentryAlertRuleKind.Issue, SentryAlertRuleSource.LegacyRule, project, readAt));
        }

        return rules;
    }

    private async IAsyncEnumerable<SentryAlertRule> ListLegacyMonitorsAsync(
        OrganizationHome organization,
        SentryAlertRuleKind kind,
        ProjectSelection? projects,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = ProjectSelection.Limit(Query.Empty, projects);
        if (kind is SentryAlertRuleKind.Cron)
        {
            var monitors = ListAsync(
                "cron monitors",
                organization,
                AlertEndpoints.CronMonitors,
                query,
                WireJson.Default.WireMonitorArray,
                monitor => monitor.Id,
                (monitor, readAt) => monitor.ToAlertRule(organization.Slug, readAt),
                cancellationToken);
            await foreach (var monitor in monitors.ConfigureAwait(false))
            {
                yield return monitor;
            }

            yield break;
        }

        var type = kind is SentryAlertRuleKind.Uptime ? "uptime" : "alert_rule";
        var rules = ReadPagesAsync(
            $"alert rules of {organization}",
            organization.Host,
            LegacyAlertEndpoints.CombinedRules,
            LegacyAlertEndpoints.CombinedRules.Path(organization.Slug),
            query,
            WireJson.Default.WireLegacyRuleArray,
            rule => $"{rule.Type}:{rule.Id}",
            cancellationToken);
        await foreach (var (rule, readAt) in rules.ConfigureAwait(false))
        {
            if (rule.Type == type)
            {
                yield return rule.ToAlertRule(organization.Slug, kind, SentryAlertRuleSource.LegacyMetricRule, project: null, readAt);
            }
        }
    }
}
