using SentryAudit.Models;

namespace SentryAudit.Audits.Access;

/// <summary>Why it is not known who has access.</summary>
internal static class AccessFaults
{
    public static SentryException UnknownRole(SentryMember member) =>
        new(
            "SentryRoleUnknown",
            SentryErrorCategory.InvalidResult,
            $"{member} has the role '{member.Role}', which is not among the roles that Sentry lists for {member.OrganizationSlug}, "
                + "so it is not known whether the role gives access to every project.",
            "Treat the projects that are listed for this person as incomplete, and look at the role in Sentry.");

    public static SentryException UnknownMembership(OrganizationHome organization) =>
        new(
            "SentrySettingUnknown",
            SentryErrorCategory.PermissionDenied,
            $"Sentry did not report whether {organization} has open membership.",
            "Use a token with the scope org:read, or leave out access by open membership with -ExcludeOpenMembership.");
}
