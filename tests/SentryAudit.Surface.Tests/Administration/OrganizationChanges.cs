using SentryAudit.Commands.Organization;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Changes of an organization's settings.</summary>
internal static class OrganizationChanges
{
    public static readonly Change[] All =
    [
        new(
            "change an organization",
            "PUT organizations/{org}/",
            null,
            _ => "acme",
            slug => new SetSentryOrganizationCommand { Organization = [new(slug)], EnhancedPrivacy = true },
            (acme, _) => acme.Settings.IsOn("enhancedPrivacy").ToString()),
    ];
}
