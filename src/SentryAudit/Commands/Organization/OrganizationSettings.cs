using SentryAudit.Requests;

namespace SentryAudit.Commands.Organization;

/// <summary>
/// The settings of an organization: their keys in Sentry's API, their names in messages, and the parameters that change
/// them.
/// </summary>
internal static class OrganizationSettings
{
    public static SettingsChange<SentryOrganization> ChangeOf(SetSentryOrganizationCommand given) =>
        new SettingsChange<SentryOrganization>()
            .Add("name", "name", static o => o.Name, given.Name)
            .Add("require2FA", "required two-factor authentication", static o => o.Require2FA, given.Require2FA)
            .Add("defaultRole", "default role", static o => o.DefaultRole, Role(given.DefaultRole))
            .Add("openMembership", "open membership", static o => o.OpenMembership, given.OpenMembership)
            .Add("allowJoinRequests", "join requests", static o => o.AllowJoinRequests, given.AllowJoinRequests)
            .Add("allowSharedIssues", "shared issues", static o => o.AllowSharedIssues, given.AllowSharedIssues)
            .Add("enhancedPrivacy", "enhanced privacy", static o => o.EnhancedPrivacy, given.EnhancedPrivacy)
            .Add("dataScrubber", "required data scrubber", static o => o.DataScrubber, given.DataScrubber)
            .Add("dataScrubberDefaults", "required default scrubbers", static o => o.DataScrubberDefaults, given.DataScrubberDefaults)
            .Add("scrubIPAddresses", "scrubbing of IP addresses", static o => o.ScrubIPAddresses, given.ScrubIPAddresses)
            .Add("sensitiveFields", "sensitive fields", static o => o.SensitiveFields, given.SensitiveField)
            .Add("safeFields", "safe fields", static o => o.SafeFields, given.SafeField)
            .Add("scrapeJavaScript", "fetching of JavaScript sources", static o => o.ScrapeJavaScript, given.ScrapeJavaScript)
            .Add("storeCrashReports", "stored crash reports", static o => o.StoreCrashReports, given.StoreCrashReports)
            .Add("eventsMemberAdmin", "deleting of events by members", static o => o.EventsMemberAdmin, given.EventsMemberAdmin)
            .Add("alertsMemberWrite", "changing of alerts by members", static o => o.AlertsMemberWrite, given.AlertsMemberWrite)
            .Add("attachmentsRole", "role for attachments", static o => o.AttachmentsRole, Role(given.AttachmentsRole))
            .Add("debugFilesRole", "role for debug files", static o => o.DebugFilesRole, Role(given.DebugFilesRole))
            .Add("hideAiFeatures", "hiding of AI features", static o => o.HideAiFeatures, given.HideAiFeatures)
            .Add("isEarlyAdopter", "early adopter", static o => o.IsEarlyAdopter, given.IsEarlyAdopter);

    // Sentry writes the ids of roles in lower case.
    private static string? Role(string? given) => given?.Trim().ToLowerInvariant();
}
