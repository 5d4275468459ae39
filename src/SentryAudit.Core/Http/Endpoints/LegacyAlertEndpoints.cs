using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Alert rules of a Sentry that has no workflows and detectors yet.</summary>
internal static class LegacyAlertEndpoints
{
    public static readonly SentryEndpoint ProjectRules = new("projects/{org}/{project}/rules/", Region, "project:read", "alerts:read");
    public static readonly SentryEndpoint IssueRule = new("projects/{org}/{project}/rules/{rule}/", Region, "alerts:read", "project:read");
    public static readonly SentryEndpoint SetIssueRule = new(
        "projects/{org}/{project}/rules/{rule}/",
        Region,
        "alerts:write",
        "project:write");
    public static readonly SentryEndpoint EnableIssueRule = new(
        "projects/{org}/{project}/rules/{rule}/enable/",
        Region,
        "alerts:write",
        "project:write");
    public static readonly SentryEndpoint MuteIssueRule = new(
        "projects/{org}/{project}/rules/{rule}/snooze/",
        Region,
        "alerts:write",
        "project:write");
    public static readonly SentryEndpoint CombinedRules = new("organizations/{org}/combined-rules/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint MetricRule = new("organizations/{org}/alert-rules/{rule}/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint SetMetricRule = new(
        "organizations/{org}/alert-rules/{rule}/",
        Region,
        "alerts:write",
        "org:write");
    public static readonly SentryEndpoint MuteMetricRule = new(
        "projects/{org}/{project}/alert-rules/{rule}/snooze/",
        Region,
        "alerts:write",
        "project:write");
}
