using static SentryAudit.Http.SentrySilo;

namespace SentryAudit.Http;

internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint Stats = new("organizations/{org}/stats_v2/", Region, "org:read");
    public static readonly SentryEndpoint StatsSummary = new("organizations/{org}/stats-summary/", Region, "org:read");
    public static readonly SentryEndpoint ProjectStats = new("projects/{org}/{project}/stats/", Region, "project:read");

    // Not described by Sentry anywhere, and only sentry.io has it.
    public static readonly SentryEndpoint Customer = new("customers/{org}/", Control, "org:read");
}
