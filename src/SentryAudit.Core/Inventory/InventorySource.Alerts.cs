using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

internal sealed partial class InventorySource
{
    // The order in which Sentry is asked for them.
    private static readonly SentryMonitorKind[] MonitorKinds =
    [
        SentryMonitorKind.Error,
        SentryMonitorKind.Metric,
        SentryMonitorKind.Uptime,
        SentryMonitorKind.Cron,
    ];

    public IAsyncEnumerable<SentryAlertRule> ListAlertRulesAsync(
        OrganizationHome organization, SentryAlertRuleKind kinds, ProjectSelection? projects, CancellationToken cancellationToken) =>
        Present(organization, InventoryKinds.AlertRule)
            .Where(rule =>
                (kinds & rule.Kind) is not SentryAlertRuleKind.Unknown
                && (projects is null || rule.ProjectSlugs is null || projects.ContainsAny(rule.ProjectSlugs)))
            .AsStream(cancellationToken);

    public IAsyncEnumerable<SentryMonitor> ListMonitorsAsync(
        OrganizationHome organization, SentryMonitorKind kinds, ProjectSelection? projects, CancellationToken cancellationToken)
    {
        var monitors = Present(organization, InventoryKinds.Monitor)
            .Where(monitor => projects is null || (monitor.ProjectSlug is { } slug && projects.ContainsAny([slug])));
        return (kinds is SentryMonitorKind.All ? monitors : ByKind(monitors, kinds)).AsStream(cancellationToken);
    }

    // All kinds together are one listing, also those unknown here; some of them are lists of their own, one after another.
    private static IEnumerable<SentryMonitor> ByKind(IEnumerable<SentryMonitor> monitors, SentryMonitorKind kinds)
    {
        var wanted = Collect(monitors.Where(monitor => (kinds & monitor.Kind) is not SentryMonitorKind.Unknown), out var fault);
        foreach (var monitor in MonitorKinds.SelectMany(kind => wanted.Where(monitor => monitor.Kind == kind)))
        {
            yield return monitor;
        }

        if (fault is not null)
        {
            throw fault;
        }
    }
}
