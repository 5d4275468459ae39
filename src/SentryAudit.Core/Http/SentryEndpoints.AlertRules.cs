using static SentryAudit.Http.SentrySilo;

namespace SentryAudit.Http;

/// <summary>Single alert rules, read and changed. The lists take changes too, of everything they would list: these are never used.</summary>
internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint Workflow = new("organizations/{org}/workflows/{workflow}/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint SetWorkflow = new(
        "organizations/{org}/workflows/{workflow}/",
        Region,
        "alerts:write",
        "org:write");
    public static readonly SentryEndpoint Detector = new("organizations/{org}/detectors/{detector}/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint SetDetector = new(
        "organizations/{org}/detectors/{detector}/",
        Region,
        "alerts:write",
        "org:write");

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
