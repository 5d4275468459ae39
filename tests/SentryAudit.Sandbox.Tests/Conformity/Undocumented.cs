namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>
/// Endpoints Sentry answers but does not (or no longer) describe. Anything else missing from the document is a mistake here.
/// </summary>
internal static class Undocumented
{
    public static IReadOnlyList<string> Templates { get; } =
    [
        "", "auth/", "users/me/regions/", "organizations/{org}/users/", "organizations/{org}/users/{user}/",
        "projects/{org}/{project}/rules/", "organizations/{org}/alert-rules/", "organizations/{org}/combined-rules/",
        "teams/{org}/{team}/stats/",
        "sentry-apps/{app}/api-tokens/",
        "organizations/{org}/invite-requests/",
        "organizations/{org}/access-requests/",
        "organizations/{org}/invite-requests/{member}/",
        "projects/{org}/{project}/rules/{rule}/",
        "organizations/{org}/alert-rules/{rule}/",
        "organizations/{org}/auth-provider/",
        "organizations/{org}/audit-logs/",
        "customers/{org}/",
    ];

    /// <summary>Writes, with their methods.</summary>
    public static IReadOnlyList<string> Writes { get; } =
    [
        "PUT organizations/{org}/invite-requests/{member}/", "DELETE organizations/{org}/invite-requests/{member}/",
        "PUT projects/{org}/{project}/rules/{rule}/", "DELETE projects/{org}/{project}/rules/{rule}/",
        "PUT projects/{org}/{project}/rules/{rule}/enable/", "POST projects/{org}/{project}/rules/{rule}/snooze/",
        "DELETE projects/{org}/{project}/rules/{rule}/snooze/", "PUT organizations/{org}/alert-rules/{rule}/",
        "DELETE organizations/{org}/alert-rules/{rule}/", "POST projects/{org}/{project}/alert-rules/{rule}/snooze/",
        "DELETE projects/{org}/{project}/alert-rules/{rule}/snooze/",
    ];
}
