using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>The stored alert rules and monitors of organizations.</summary>
internal sealed class StoredAlerts(StoredSections sections)
{
    // The order in which Sentry is asked for them.
    private static readonly SentryMonitorKind[] MonitorKinds =
    [
        SentryMonitorKind.Error,
        SentryMonitorKind.Metric,
        SentryMonitorKind.Uptime,
        SentryMonitorKind.Cron,
    ];

    public IEnumerable<SentryAlertRule> ListRules(OrganizationHome organization, SentryAlertRuleKind kinds, ProjectSelection? projects) =>
        sections.ReadExisting(organization, InventoryKinds.AlertRule)
            .Where(rule =>
                (kinds & rule.Kind) is not SentryAlertRuleKind.Unknown
                && (projects is null || rule.ProjectSlugs is null || projects.ContainsAny(rule.ProjectSlugs)));

    public IEnumerable<SentryMonitor> ListMonitors(OrganizationHome organization, SentryMonitorKind kinds, ProjectSelection? projects)
    {
        var monitors = sections.ReadExisting(organization, InventoryKinds.Monitor)
            .Where(monitor => projects is null || (monitor.ProjectSlug is { } slug && projects.ContainsAny([slug])));
        return kinds is SentryMonitorKind.All ? monitors : ByKind(monitors, kinds);
    }

    // Sentry gives all kinds together as one list, which includes unknown kinds; some kinds only, as one list after another.
    private static IEnumerable<SentryMonitor> ByKind(IEnumerable<SentryMonitor> monitors, SentryMonitorKind kinds)
    {
        var wanted = ListingResult<SentryMonitor>.Read(
            monitors.Where(monitor => (kinds & monitor.Kind) is not SentryMonitorKind.Unknown));
        foreach (var monitor in MonitorKinds.SelectMany(kind => wanted.Items.Where(monitor => monitor.Kind == kind)))
        {
            yield return monitor;
        }

        wanted.ThrowIfFaulted();
    }
}
