using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Releases and their deploys.</summary>
internal static class ReleaseEndpoints
{
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
    public static readonly SentryEndpoint Deploys = new(
        "organizations/{org}/releases/{version}/deploys/",
        Region,
        "project:read",
        "project:releases",
        "org:ci");
    public static readonly SentryEndpoint AddDeploy = new(
        "organizations/{org}/releases/{version}/deploys/",
        Region,
        "project:releases",
        "project:write",
        "org:ci");
}
