using static SentryAudit.Http.SentrySilo;

namespace SentryAudit.Http;

/// <summary>Every endpoint this module calls. Scopes and silos as in Sentry's API reference and its permission classes.</summary>
internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint Index = new("", Control);
    public static readonly SentryEndpoint Organizations = new("organizations/", Control, "org:read");

    public static readonly SentryEndpoint Organization = new("organizations/{org}/", Region, "org:read");
    public static readonly SentryEndpoint SetOrganization = new("organizations/{org}/", Region, "org:write");
    public static readonly SentryEndpoint Members = new("organizations/{org}/members/", Region, "member:read");
    public static readonly SentryEndpoint Teams = new("organizations/{org}/teams/", Region, "org:read");
    public static readonly SentryEndpoint Projects = new("organizations/{org}/projects/", Region, "org:read");
    public static readonly SentryEndpoint Releases = new(
        "organizations/{org}/releases/",
        Region,
        "project:read",
        "project:releases",
        "org:ci");
    public static readonly SentryEndpoint Release = new(
        "organizations/{org}/releases/{version}/",
        Region,
        "project:read",
        "project:releases",
        "org:ci");
    public static readonly SentryEndpoint SetRelease = new(
        "organizations/{org}/releases/{version}/",
        Region,
        "project:releases",
        "project:write",
        "org:ci");
    public static readonly SentryEndpoint Workflows = new("organizations/{org}/workflows/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint Detectors = new("organizations/{org}/detectors/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint CombinedRules = new("organizations/{org}/combined-rules/", Region, "alerts:read", "org:read");
    public static readonly SentryEndpoint CronMonitors = new("organizations/{org}/monitors/", Region, "alerts:read", "org:read");

    public static readonly SentryEndpoint TeamMembers = new("teams/{org}/{team}/members/", Region, "team:read");
    public static readonly SentryEndpoint ProjectRules = new("projects/{org}/{project}/rules/", Region, "project:read", "alerts:read");
}
