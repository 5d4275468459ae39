using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Alert rules and monitors. The lists take changes too, of everything they would list: these are never used.</summary>
internal static class AlertEndpoints
{
    public static readonly SentryEndpoint Workflows = new("organizations/{org}/workflows/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint Workflow = new("organizations/{org}/workflows/{workflow}/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint SetWorkflow = new(
        "organizations/{org}/workflows/{workflow}/",
        Region,
        "alerts:write",
        "org:write");
    public static readonly SentryEndpoint Detectors = new("organizations/{org}/detectors/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint Detector = new("organizations/{org}/detectors/{detector}/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint SetDetector = new(
        "organizations/{org}/detectors/{detector}/",
        Region,
        "alerts:write",
        "org:write");
    public static readonly SentryEndpoint CronMonitors = new("organizations/{org}/monitors/", Region, "alerts:read", "org:read");
}
