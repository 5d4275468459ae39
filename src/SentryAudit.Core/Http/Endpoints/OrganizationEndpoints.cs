using static SentryAudit.Http.Endpoints.SentrySilo;

namespace SentryAudit.Http.Endpoints;

/// <summary>An organization itself, its roles and sign-on, and its audit log.</summary>
internal static class OrganizationEndpoints
{
    public static readonly SentryEndpoint Index = new("", Control);
    public static readonly SentryEndpoint Organizations = new("organizations/", Control, "org:read");
    public static readonly SentryEndpoint Organization = new("organizations/{org}/", Region, "org:read");
    public static readonly SentryEndpoint SetOrganization = new("organizations/{org}/", Region, "org:write");
    public static readonly SentryEndpoint AuditLog = new("organizations/{org}/audit-logs/", Control, "org:write");
    public static readonly SentryEndpoint Environments = new("organizations/{org}/environments/", Region, "org:read");
    public static readonly SentryEndpoint AuthProvider = new("organizations/{org}/auth-provider/", Region, "org:read");

    // Not described by Sentry anywhere, and only sentry.io has it.
    public static readonly SentryEndpoint Customer = new("customers/{org}/", Control, "org:read");
}
