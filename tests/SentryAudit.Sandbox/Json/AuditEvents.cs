namespace SentryAudit.Sandbox.Json;

/// <summary>The names of all events in the audit log, which Sentry offers for choice.</summary>
internal static class AuditEvents
{
    public static readonly string[] All =
    [
        .. Names("member", "invite", "reinvite", "add", "accept-invite", "edit", "remove", "join-team", "leave-team", "pending"),
        .. Names("org", "create", "edit", "remove", "restore"),
        .. Names("team", "create", "edit", "remove"),
        .. Names("project", "create", "edit", "remove", "remove-with-origin", "request-transfer", "accept-transfer", "enable", "disable"),
        .. Names("projectkey", "create", "edit", "change", "remove", "enable", "disable"),
        .. Names("project-team", "add", "remove"),
        .. Names("sso", "enable", "disable", "edit"),
        .. Names("sso-identity", "link"),
        .. Names("api-key", "create", "edit", "remove"),
        .. Names("servicehook", "create", "edit", "remove"),
        .. Names("rule", "create", "edit", "remove", "mute", "disable"),
        .. Names("alertrule", "create", "edit", "remove", "mute"),
        .. Names("integration", "add", "edit", "remove"),
        .. Names("sentry-app", "add", "remove", "install", "uninstall"),
        .. Names("internal-integration", "create", "add-token", "remove-token", "disable"),
        .. Names("invite-request", "create", "remove"),
        .. Names("invite", "remove"),
        .. Names("org-auth-token", "create", "remove"),
        .. Names("monitor", "add", "edit", "remove"),
        .. Names("detector", "add", "edit", "remove"),
        .. Names("workflow", "add", "edit", "remove"),
        .. Names("issue", "delete"),
    ];

    private static IEnumerable<string> Names(string subject, params string[] verbs) => verbs.Select(verb => $"{subject}.{verb}");
}
