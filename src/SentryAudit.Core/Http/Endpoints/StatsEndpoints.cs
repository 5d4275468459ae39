using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>How many events were counted.</summary>
internal static class StatsEndpoints
{
    public static readonly SentryEndpoint Stats = new("organizations/{org}/stats_v2/", Region, "org:read");
    public static readonly SentryEndpoint StatsSummary = new("organizations/{org}/stats-summary/", Region, "org:read");
    public static readonly SentryEndpoint ProjectStats = new("projects/{org}/{project}/stats/", Region, "project:read");
}
