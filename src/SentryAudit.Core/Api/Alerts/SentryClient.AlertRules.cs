using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Calls;
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

internal sealed partial class SentryClient
{
    private const int MostIdsInQuery = 100;

    private static readonly (SentryAlertRuleKind Kind, string Type)[] DetectorTypes =
    [
        (SentryAlertRuleKind.Metric, "metric_issue"),
        (SentryAlertRuleKind.Uptime, "uptime_domain_failure"),
        (SentryAlertRuleKind.Cron, "monitor_check_in_failure"),
    ];

    /// <summary>
    /// Alert rules: workflows for issues, detectors for the other kinds. A Sentry that knows neither (404) is asked
    /// for the rules they replaced; any other failure is one.
    /// </summary>
    /// <param name="projects">Null for all projects and for rules attached to none.</param>
    public async IAsyncEnumerable<SentryAlertRule> ListAlertRulesAsync(
        OrganizationHome organization,
        SentryAlertRuleKind kinds,
        ProjectSelection? projects,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slugs = new Lazy<Task<IReadOnlyDictionary<string, string>>>(() => Areas.Projects.ReadSlugsAsync(organization, cancellationToken));
        var lists = new List<IAsyncEnumerable<SentryAlertRule>>();
        if (kinds.HasFlag(SentryAlertRuleKind.Issue))
        {
            lists.Add(
                ListWorkflowsAsync(organization, projects, slugs, cancellationToken)
                    .OrWhenMissing(
                        AlertEndpoints.Workflows,
                        () => ListLegacyIssueRulesAsync(organization, projects, cancellationToken),
                        cancellationToken));
        }

        foreach (var (kind, type) in DetectorTypes.Where(detector => kinds.HasFlag(detector.Kind)))
        {
            lists.Add(
                ListDetectorsAsync(organization, kind, type, projects, slugs, cancellationToken)
                    .OrWhenMissing(
                        AlertEndpoints.Detectors,
                        () => ListLegacyMonitorsAsync(organization, kind, projects, cancellationToken),
                        cancellationToken));
        }

        foreach (var list in lists)
        {
            await foreach (var rule in list.ConfigureAwait(false))
            {
                // A rule whose projects are unknown may be one of theirs: better shown with a question mark than missing.
                if (projects is null || rule.ProjectSlugs is null || projects.ContainsAny(rule.ProjectSlugs))
                {
                    yield return rule;
                }
            }
        }
    }

    private async IAsyncEnumerable<SentryAlertRule> ListWorkflowsAsync(
        OrganizationHome organization,
        ProjectSelection? projects,
        Lazy<Task<IReadOnlyDictionary<string, string>>> slugs,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = ProjectSelection.Limit(Query.Empty, projects);
        var pages = ReadPagesAsync(
            $"workflows of {organization}",
            organization.Host,
            AlertEndpoints.Workflows,
            AlertEndpoints.Workflows.Path(organization.Slug),
            query,
            WireJson.Default.WireWorkflowArray,
            workflow => workflow.Id,
            cancellationToken);
        var projectIds = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var group in pages.InGroupsOf(MostIdsInQuery, cancellationToken).ConfigureAwait(false))
        {
            // A workflow names only its detectors; these name their project by id.
            await ReadDetectorProjectsAsync(
                    organization,
                    group.SelectMany(row => row.Item.DetectorIds ?? []),
                    projectIds,
                    cancellationToken).ConfigureAwait(false);
            var slugsById = await slugs.Value.ConfigureAwait(false);
            foreach (var (workflow, readAt) in group)
            {
                var detectors = workflow.DetectorIds ?? [];
                var projectSlugs = detectors.All(projectIds.ContainsKey)
                    ? AlertRuleMapping.Slugs(detectors.Select(id => projectIds[id]).OfType<string>(), slugsById)
                    : null;
                yield return workflow.ToAlertRule(organization.Slug, projectSlugs, readAt);
            }
        }
    }

    private async Task ReadDetectorProjectsAsync(
        OrganizationHome organization,
        IEnumerable<string> ids,
        Dictionary<string, string?> projectIds,
        CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Where(id => !projectIds.ContainsKey(id)).Chunk(MostIdsInQuery).ToArray())
        {
            var detectors = ReadPagesAsync(
                $"detectors of {organization}",
                organization.Host,
                AlertEndpoints.Detectors,
                AlertEndpoints.Detectors.Path(organization.Slug),
                Query.Empty.With("project", "-1").WithAll("id", chunk),
                WireJson.Default.WireDetectorArray,
                detector => detector.Id,
                cancellationToken);
            await foreach (var (detector, _) in detectors.ConfigureAwait(false))
            {
                projectIds[detector.Id!] = detector.ProjectId;
            }
        }
    }

    private async IAsyncEnumerable<SentryAlertRule> ListDetectorsAsync(
        OrganizationHome organization,
        SentryAlertRuleKind kind,
        string type,
        ProjectSelection? projects,
        Lazy<Task<IReadOnlyDictionary<string, string>>> slugs,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = ProjectSelection.Limit(Query.Empty, projects).With("query", $"type:{type}");
        var detectors = ReadPagesAsync(
            $"detectors of {organization}",
            organization.Host,
            AlertEndpoints.Detectors,
            AlertEndpoints.Detectors.Path(organization.Slug),
            query,
            WireJson.Default.WireDetectorArray,
            detector => detector.Id,
            cancellationToken);
        await foreach (var (detector, readAt) in detectors.ConfigureAwait(false))
        {
            var slugsById = await slugs.Value.ConfigureAwait(false);
            if (detector.Type == type)
            {
                yield return detector.ToAlertRule(
                    organization.Slug,
                    kind,
                    AlertRuleMapping.Slugs(detector.ProjectId is { } id ? [id] : [], slugsById),
                    readAt);
            }
        }
    }
}
