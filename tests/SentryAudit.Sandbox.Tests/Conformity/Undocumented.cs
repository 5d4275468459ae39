namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>
/// Endpoints Sentry answers but does not (or no longer) describe. Anything else missing from the document is a mistake here.
/// </summary>
internal static class Undocumented
{
    public static IReadOnlyList<string> Templates { get; } =
    [
        "", "auth/", "users/me/regions/", "organizations/{org}/users/",
        "projects/{org}/{project}/rules/", "organizations/{org}/alert-rules/", "organizations/{org}/combined-rules/",
        "teams/{org}/{team}/stats/",
        "sentry-apps/{app}/api-tokens/", "organizations/{org}/invite-requests/", "organizations/{org}/access-requests/",
        "organizations/{org}/auth-provider/", "organizations/{org}/audit-logs/", "customers/{org}/",
    ];
}
