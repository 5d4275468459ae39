using static SentryAudit.Http.SentrySilo;

namespace SentryAudit.Http;

/// <summary>What an organization owns beside people, teams and projects.</summary>
internal static partial class SentryEndpoints
{
    public static readonly SentryEndpoint ProjectKeys = new("organizations/{org}/project-keys/", Region, "org:read");
    public static readonly SentryEndpoint Repositories = new(
        "organizations/{org}/repos/",
        Region,
        "org:read",
        "org:integrations",
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
    public static readonly SentryEndpoint InviteRequests = new("organizations/{org}/invite-requests/", Region, "member:read");
    public static readonly SentryEndpoint AuthProvider = new("organizations/{org}/auth-provider/", Region, "org:read");

    public static readonly SentryEndpoint Integrations = new("organizations/{org}/integrations/", Control, "org:read", "org:integrations");
    public static readonly SentryEndpoint CustomIntegrations = new("organizations/{org}/sentry-apps/", Control, "org:read");
    public static readonly SentryEndpoint CustomIntegrationTokens = new("sentry-apps/{app}/api-tokens/", Control, "org:write");
}
