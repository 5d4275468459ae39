using System.Collections.Frozen;

namespace SentryAudit.Api.Organizations;

/// <summary>
/// Which details of an entry of the audit log are shown. Sentry keeps whole objects there, with their keys and secrets, and a later
/// version may keep more: so the names of what is harmless are listed, and everything else is hidden.
/// </summary>
internal static class AuditFields
{
    // Names, ids and states of things, which every listing of the module shows as well.
    private static readonly FrozenSet<string> Everywhere = Names(
        "id", "slug", "name", "status", "role", "email", "user", "label", "state", "type", "old_slug", "new_slug",
        "organization_id", "organization_slug", "old_organization_slug", "new_organization_slug",
        "team", "team_id", "team_slug", "teams", "team_slugs", "project", "project_id", "project_slug", "projects", "project_slugs",
        "environment", "platform", "origin", "provider", "integration", "sentry_app", "workflow_name", "detector_name", "issue_id");

    private static readonly FrozenSet<string> None = Names();

    // By the event, or by what stands before its first dot.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists =
        new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
        {
            ["member"] = Names("has_global_access", "invite_status", "inviter", "user_id", "old_role", "new_role"),
            ["org"] = Names(
                "channel", "flags", "default_role", "defaultRole", "require_2fa", "require2FA", "require_email_verification",
                "requireEmailVerification", "allow_joinleave", "openMembership", "early_adopter", "isEarlyAdopter", "enhanced_privacy",
                "enhancedPrivacy", "disable_shared_issues", "allowSharedIssues", "disable_new_visibility_features", "codecov_access",
                "codecovAccess", "disable_member_project_creation", "allowMemberProjectCreation", "allowMemberInvite", "projectRateLimit",
                "accountRateLimit", "dataScrubber", "dataScrubberDefaults", "sensitiveFields", "safeFields", "scrubIPAddresses",
                "scrapeJavaScript", "storeCrashReports", "attachmentsRole", "debugFilesRole", "eventsMemberAdmin", "alertsMemberWrite",
                "hideAiFeatures", "aiSuggestedSolution", "console_platforms"),
            ["team"] = Names("org_role", "idp_provisioned"),
            ["project"] = Names(
                "public", "isBookmarked", "resolveAge", "subjectPrefix", "subjectTemplate", "digestsMinDelay", "digestsMaxDelay",
                "dataScrubber", "dataScrubberDefaults", "sensitiveFields", "safeFields", "scrubIPAddresses", "scrapeJavaScript",
                "storeCrashReports", "defaultEnvironment", "sentry:resolve_age", "sentry:scrub_data", "sentry:scrub_defaults",
                "sentry:sensitive_fields", "sentry:safe_fields", "sentry:scrub_ip_address", "sentry:scrape_javascript",
                "mail:subject_prefix", "mail:subject_template", "digests:mail:minimum_delay", "digests:mail:maximum_delay"),
            ["projectkey"] = Names(
                "roles", "rate_limit_count", "rate_limit_window", "prev_rate_limit_count", "prev_rate_limit_window", PublicKey),
            ["api-key"] = Names("scopes"),
            ["org-auth-token"] = Names("scopes"),
            ["internal-integration"] = Names("scopes"),
            ["sso"] = Names("require_link", "default_role", "scim_enabled"),
            ["servicehook"] = Names("events", Address),
            ["notification_action"] = Names("trigger"),
            // Here it is the name of a tag; elsewhere it is a key.
            ["tagkey.remove"] = Names("key"),
            ["metric"] = Names("metric_mri", "tags"),
            ["span_extraction_rule_config"] = Names("span_attribute"),
            ["data-secrecy"] = Names("access_start", "access_end"),
            ["autofix-settings"] = Names("project_count"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The key of a DSN, of which four characters are shown as elsewhere in the module.</summary>
    public const string PublicKey = "public_key";

    /// <summary>An address, of which the host is shown.</summary>
    public const string Address = "url";

    public static bool IsShown(string? name, string field) =>
        Everywhere.Contains(field)
        || ListOf(name ?? "").Contains(field)
        || ListOf(Subject(name)).Contains(field);

    /// <summary>What an event is about: <c>member</c> of <c>member.invite</c>.</summary>
    public static string Subject(string? name) => (name ?? "").Split('.')[0];

    private static FrozenSet<string> ListOf(string name) => Lists.GetValueOrDefault(name, None);

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
