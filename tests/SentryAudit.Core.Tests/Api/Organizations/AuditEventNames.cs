namespace SentryAudit.Core.Tests.Api.Organizations;

/// <summary>
/// Every event that a Sentry, self-hosted or sentry.io, is known to write into its audit log; and one that no version has yet.
/// </summary>
internal static class AuditEventNames
{
    public static readonly string[] All =
    [
        .. Of("member", "invite reinvite add accept-invite edit remove join-team leave-team pending"),
        .. Of("org", "create edit remove restore console-platform.edit"),
        .. Of("team", "create edit remove"),
        .. Of("project", "create create-with-origin edit remove remove-with-origin request-transfer accept-transfer enable disable"),
        .. Of("project", "change-performance-issue-detection ownership-rule.edit"),
        .. Of("projectkey", "create edit change remove enable disable"),
        .. Of("project-team", "add remove"),
        .. Of("team-and-project", "created"),
        .. Of("project_template", "create update delete"),
        .. Of("tagkey", "remove"),
        .. Of("sso", "enable disable edit"),
        .. Of("sso-identity", "link"),
        .. Of("api-key", "create edit remove"),
        .. Of("org-auth-token", "create remove"),
        .. Of("rule", "create edit remove mute disable"),
        .. Of("alertrule", "create edit remove mute"),
        .. Of("servicehook", "create edit remove"),
        .. Of("integration", "add edit remove disable upgrade rotate-client-secret"),
        .. Of("sentry-app", "add edit remove install uninstall"),
        .. Of("internal-integration", "create disable add-token remove-token"),
        .. Of("invite-request", "create remove"),
        .. Of("invite", "remove"),
        .. Of("monitor", "add edit remove environment.edit environment.remove"),
        .. Of("uptime_monitor", "add edit remove"),
        .. Of("detector", "add edit remove"),
        .. Of("workflow", "add edit remove"),
        .. Of("detector_workflow", "add remove"),
        .. Of("notification_action", "create edit remove"),
        .. Of("sampling_priority", "enabled disabled"),
        .. Of("metric", "block tags.block unblock tags.unblock"),
        .. Of("span_extraction_rule_config", "create update delete"),
        .. Of("issue", "delete"),
        .. Of("data-secrecy", "waived"),
        .. Of("playstation-client-id", "create remove"),
        .. Of("replay-deletion-jobs", "start stop"),
        .. Of("autofix-settings", "edit"),
        .. Of("repo", "added disabled enabled settings.edit"),
        .. Of("not-invented", "yet"),
    ];

    private static IEnumerable<string> Of(string subject, string verbs) => verbs.Split(' ').Select(verb => $"{subject}.{verb}");
}
