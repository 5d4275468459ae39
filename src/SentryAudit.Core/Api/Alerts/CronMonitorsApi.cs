using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Alerts;

/// <summary>Cron monitors: the one list that has their schedules.</summary>
internal sealed class CronMonitorsApi(ApiConnection api)
{
    private static readonly Listing<WireMonitor> Monitors =
        new("cron monitors", AlertEndpoints.CronMonitors, WireJson.Default.WireMonitorArray, ListOrder.Moves, static monitor => monitor.Id);

    /// <summary>The cron monitors of some projects, or of all for null, the way Sentry sends them.</summary>
    public IAsyncEnumerable<ReadItem<WireMonitor>> ReadAsync(
        OrganizationHome organization, ProjectSelection? selection, CancellationToken cancellationToken) =>
        api.ReadAsync(Monitors.LimitedTo(selection), organization, cancellationToken);
}
