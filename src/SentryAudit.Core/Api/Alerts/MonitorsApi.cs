using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Alerts;

/// <summary>The monitors of an organization: detectors of all kinds, and cron monitors that have none.</summary>
internal sealed class MonitorsApi(DetectorsApi detectors, WorkflowsApi workflows, CronMonitorsApi crons, ProjectsApi projects)
{
    private static readonly (SentryMonitorKind Kind, string Type)[] Types =
    [
        (SentryMonitorKind.Error, DetectorTypes.Error),
        (SentryMonitorKind.Metric, DetectorTypes.Metric),
        (SentryMonitorKind.Uptime, DetectorTypes.Uptime),
    ];

    /// <summary>
    /// Detectors with the alert rules attached to them, and cron monitors with their schedule. All kinds together are one listing,
    /// unknown kinds included.
    /// </summary>
    /// <param name="organization">Whose monitors.</param>
    /// <param name="kinds">Which kinds.</param>
    /// <param name="selection">Of which projects; null for all.</param>
    public IAsyncEnumerable<SentryMonitor> ListAsync(
        OrganizationHome organization,
        SentryMonitorKind kinds,
        ProjectSelection? selection,
        CancellationToken cancellationToken)
    {
        var rules = workflows.LookUpNames(organization);
        var isAll = kinds is SentryMonitorKind.All;
        var listed = isAll ? new CronDetectors() : null;
        string?[] types = isAll ? [null] : [.. Types.Where(type => kinds.HasFlag(type.Kind)).Select(type => type.Type)];
        var monitors = ListDetectorsAsync(organization, types, selection, listed, rules, cancellationToken);
        return kinds.HasFlag(SentryMonitorKind.Cron)
            ? new[] { monitors, ListCronsAsync(organization, selection, listed, rules, cancellationToken) }.InTurn(cancellationToken)
            : monitors;
    }

    /// <param name="listed">Takes note of the detectors; null when nobody asks which they were.</param>
    private async IAsyncEnumerable<SentryMonitor> ListDetectorsAsync(
        OrganizationHome organization,
        string?[] types,
        ProjectSelection? selection,
        CronDetectors? listed,
        LookupById<WireName> rules,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slugs = new ProjectSlugs(projects, organization);
        await foreach (var detector in ReadAsync(organization, types, selection, rules, cancellationToken).ConfigureAwait(false))
        {
            listed?.Add(detector.Item);
            var slugsById = await slugs.ReadAsync(cancellationToken).ConfigureAwait(false);
            var slug = slugsById.GetValueOrDefault(detector.Item.ProjectId ?? "");
            if (IsWanted(slug, selection))
            {
                yield return detector.Map((wire, readAt) => wire.ToMonitor(organization.Slug, slug, rules.Found, readAt));
            }
        }
    }

    /// <param name="listed">Detectors already listed, whose monitors are left out; null to list all monitors.</param>
    private async IAsyncEnumerable<SentryMonitor> ListCronsAsync(
        OrganizationHome organization,
        ProjectSelection? selection,
        CronDetectors? listed,
        LookupById<WireName> rules,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = listed ?? await ReadCronDetectorsAsync(organization, selection, rules, cancellationToken).ConfigureAwait(false);
        await foreach (var monitor in crons.ReadAsync(organization, selection, cancellationToken).ConfigureAwait(false))
        {
            var detector = known.Find(monitor.Item);
            if (IsWanted(monitor.Item.Project?.Slug, selection) && (listed is null || detector is null))
            {
                yield return monitor.Map((wire, readAt) => wire.ToMonitor(organization.Slug, detector, rules.Found, readAt));
            }
        }
    }

    private async Task<CronDetectors> ReadCronDetectorsAsync(
        OrganizationHome organization,
        ProjectSelection? selection,
        LookupById<WireName> rules,
        CancellationToken cancellationToken)
    {
        // A self-hosted Sentry before detectors has cron monitors all the same; which rules act on them is unknown.
        var found = ReadAsync(organization, [DetectorTypes.Cron], selection, rules, cancellationToken).OrWhenMissing(
            AlertEndpoints.Detectors,
            () => Array.Empty<ReadItem<WireDetector>>().AsStream(cancellationToken),
            cancellationToken);
        var known = new CronDetectors();
        await foreach (var (detector, _) in found.ConfigureAwait(false))
        {
            known.Add(detector);
        }

        return known;
    }

    // A detector names its alert rules by id only. A Sentry that knows no search by type gives those of other types as well.
    private async IAsyncEnumerable<ReadItem<WireDetector>> ReadAsync(
        OrganizationHome organization,
        string?[] types,
        ProjectSelection? selection,
        LookupById<WireName> rules,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in types)
        {
            var groups = detectors.ReadAsync(organization, type, selection, cancellationToken)
                .InGroupsOf(LookupById<WireName>.MostIds, cancellationToken);
            await foreach (var group in groups.ConfigureAwait(false))
            {
                await rules.AddAsync(group.SelectMany(row => row.Item.WorkflowIds ?? []), cancellationToken).ConfigureAwait(false);
                foreach (var row in group.Where(row => type is null || row.Item.Type == type))
                {
                    yield return row;
                }
            }
        }
    }

    // Sentry gives what belongs to no project as well.
    private static bool IsWanted(string? project, ProjectSelection? selection) =>
        selection is null || (project is not null && selection.ContainsAny([project]));
}
