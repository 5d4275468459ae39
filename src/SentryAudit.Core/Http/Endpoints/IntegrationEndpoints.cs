using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>Integrations, and the repositories they bring.</summary>
internal static class IntegrationEndpoints
{
    public static readonly SentryEndpoint Integrations = new("organizations/{org}/integrations/", Control, "org:read", "org:integrations");
    public static readonly SentryEndpoint CustomIntegrations = new("organizations/{org}/sentry-apps/", Control, "org:read");
    public static readonly SentryEndpoint CustomIntegrationTokens = new("sentry-apps/{app}/api-tokens/", Control, "org:write");
    public static readonly SentryEndpoint Repositories = new(
        "organizations/{org}/repos/",
        Region,
        "org:read",
        "org:integrations",
        "org:ci");
}
