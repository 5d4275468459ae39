using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Alerts;

/// <summary>Which detector belongs to which cron monitor. Sentry has both lists, and only a detector names the alert rules.</summary>
internal sealed class CronDetectors
{
    private readonly Dictionary<string, WireDetector> _byKey = new(StringComparer.Ordinal);

    /// <summary>Takes note of a detector, if it is one of a cron monitor.</summary>
    public void Add(WireDetector detector)
    {
        if (detector.Type is not DetectorTypes.Cron)
        {
            return;
        }

        WireMonitor[] sources = [.. (detector.DataSources ?? []).Select(source => source.QueryObj).OfType<WireMonitor>()];
        foreach (var source in sources)
        {
            Keep($"id {source.Id}", detector);
            Keep($"slug {detector.ProjectId}/{source.Slug}", detector);
        }

        // Sentry names the detector after its monitor; but names need not be unique, so only what says nothing better goes by it.
        if (sources is [])
        {
            Keep($"name {detector.ProjectId}/{detector.Name}", detector);
        }
    }

    public WireDetector? Find(WireMonitor monitor) =>
        _byKey.GetValueOrDefault($"id {monitor.Id}")
        ?? _byKey.GetValueOrDefault($"slug {monitor.Project?.Id}/{monitor.Slug}")
        ?? _byKey.GetValueOrDefault($"name {monitor.Project?.Id}/{monitor.Name}");

    private void Keep(string key, WireDetector detector) => _byKey.TryAdd(key, detector);
}
