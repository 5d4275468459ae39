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

internal sealed partial class SentryClient
{
    private const string CronDetectorType = "monitor_check_in_failure";

    private static readonly (SentryMonitorKind Kind, string Type)[] MonitorTypes =
    [
        (SentryMonitorKind.Error, "error"),
        (SentryMonitorKind.Metric, "metric_issue"),
        (SentryMonitorKind.Uptime, "uptime_domain_failure"),
    ];

    /// <summary>Detectors with the alert rules attached to them, and cron monitors with their schedule. All kinds together are one listing, unknown kinds included.</summary>
    /// <param name="projects">Null for all projects.</param>
    public async IAsyncEnumerable<SentryMonitor> ListMonitorsAsync(
        OrganizationHome organization,
        SentryMonitorKind kinds,
        ProjectSelection? projects,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slugs = new Lazy<Task<IReadOnlyDictionary<string, string>>>(() => Areas.Projects.ReadSlugsAsync(organization, cancellationToken));
        var rules = new Dictionary<string, string?>(StringComparer.Ordinal);
        var crons = new CronDetectors();
        var isAll = kinds is SentryMonitorKind.All;
        string?[] types = isAll ? [null] : [.. MonitorTypes.Where(type => kinds.HasFlag(type.Kind)).Select(type => type.Type)];
        foreach (var type in types)
        {
            await foreach (
                var (group, names) in ReadDetectorGroupsAsync(organization, type, projects, rules, cancellationToken).ConfigureAwait(false))
            {
                var slugsById = await slugs.Value.ConfigureAwait(false);
                foreach (var (detector, readAt) in group)
                {
                    var slug = slugsById.GetValueOrDefault(detector.ProjectId ?? "");
                    if (detector.Type is CronDetectorType)
                    {
                        crons.Add(detector);
                    }

                    // Sentry gives what belongs to no project as well.
                    if (
                        (type ?? detector.Type) == detector.Type
                        && (projects is null || (slug is not null && projects.ContainsAny([slug]))))
                    {
                        yield return detector.ToMonitor(organization.Slug, slug, names, readAt);
                    }
                }
            }
        }

        if (kinds.HasFlag(SentryMonitorKind.Cron))
        {
            await foreach (
                var monitor in ListCronMonitorsAsync(organization, projects, isAll ? crons : null, rules, cancellationToken)
                    .ConfigureAwait(false))
            {
                yield return monitor;
            }
        }
    }

    /// <param name="known">Detectors already listed, whose monitors are left out; null to list all monitors.</param>
    private async IAsyncEnumerable<SentryMonitor> ListCronMonitorsAsync(
        OrganizationHome organization,
        ProjectSelection? projects,
        CronDetectors? known,
        Dictionary<string, string?> rules,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var detectors = known ?? await ReadCronDetectorsAsync(organization, projects, rules, cancellationToken).ConfigureAwait(false);
        var monitors = ReadPagesAsync(
            $"cron monitors of {organization}",
            organization.Host,
            AlertEndpoints.CronMonitors,
            AlertEndpoints.CronMonitors.Path(organization.Slug),
            ProjectSelection.Limit(Query.Empty, projects),
            WireJson.Default.WireMonitorArray,
            monitor => monitor.Id,
            cancellationToken);
        await foreach (var (monitor, readAt) in monitors.ConfigureAwait(false))
        {
            var detector = detectors.Find(monitor);
            var isWanted = projects is null || (monitor.Project?.Slug is { } slug && projects.ContainsAny([slug]));
            if (isWanted && (known is null || detector is null))
            {
                yield return monitor.ToMonitor(organization.Slug, detector, rules, readAt);
            }
        }
    }

    private async Task<CronDetectors> ReadCronDetectorsAsync(
        OrganizationHome organization,
        ProjectSelection? projects,
        Dictionary<string, string?> rules,
        CancellationToken cancellationToken)
    {
        var detectors = new CronDetectors();
        try
        {
            await foreach (
                var (group, _) in ReadDetectorGroupsAsync(organization, CronDetectorType, projects, rules, cancellationToken)
                    .ConfigureAwait(false))
            {
                foreach (var (detector, _) in group.Where(row => row.Item.Type is CronDetectorType))
                {
                    detectors.Add(detector);
                }
            }
        }
        catch (SentryApiException fault) when (fault.Status is 404 && fault.Endpoint == $"GET {AlertEndpoints.Detectors.Template}")
        {
            // A self-hosted Sentry before detectors has cron monitors all the same; which rules act on them is unknown.
        }

        return detectors;
    }

    private async IAsyncEnumerable<(
        (WireDetector Item, DateTimeOffset ReadAt)[] Group,
        Dictionary<string, string?> Rules
    )> ReadDetectorGroupsAsync(
        OrganizationHome organization,
        string? type,
        ProjectSelection? projects,
        Dictionary<string, string?> rules,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = ProjectSelection.Limit(Query.Empty, projects).WithOptional("query", type is null ? null : $"type:{type}");
        var pages = ReadPagesAsync(
            $"detectors of {organization}",
            organization.Host,
            AlertEndpoints.Detectors,
            AlertEndpoints.Detectors.Path(organization.Slug),
            query,
            WireJson.Default.WireDetectorArray,
            detector => detector.Id,
            cancellationToken);
        await foreach (var group in pages.InGroupsOf(MostIdsInQuery, cancellationToken).ConfigureAwait(false))
        {
            await ReadRuleNamesAsync(organization, group.SelectMany(row => row.Item.WorkflowIds ?? []), rules, cancellationToken)
                .ConfigureAwait(false);
            yield return (group, rules);
        }
    }

    // A detector names its alert rules by id only.
    private async Task ReadRuleNamesAsync(
        OrganizationHome organization,
        IEnumerable<string> ids,
        Dictionary<string, string?> rules,
        CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Where(id => !rules.ContainsKey(id)).Chunk(MostIdsInQuery).ToArray())
        {
            var workflows = ReadPagesAsync(
                $"workflows of {organization}",
                organization.Host,
                AlertEndpoints.Workflows,
                AlertEndpoints.Workflows.Path(organization.Slug),
                Query.Empty.With("project", "-1").WithAll("id", chunk),
                WireJson.Default.WireReferenceArray,
                workflow => workflow.Id,
                cancellationToken);
            await foreach (var (workflow, _) in workflows.ConfigureAwait(false))
            {
                rules[workflow.Id!] = workflow.Name;
            }
        }
    }
}
