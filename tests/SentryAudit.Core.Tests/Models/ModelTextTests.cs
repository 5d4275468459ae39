namespace SentryAudit.Core.Tests.Models;

/// <summary>An object as text is its natural key.</summary>
public sealed class ModelTextTests
{
    public static TheoryData<object, string> Keys => new()
    {
        { new SentryOrganization { Id = "2", Slug = "acme", Name = "Acme" }, "acme" },
        { new SentryTeam { Id = "1", Slug = "be", OrganizationSlug = "acme" }, "be" },
        { new SentryProject { Id = "3", Slug = "web", OrganizationSlug = "acme" }, "web" },
        { new SentryMember { Id = "573", Email = "a@acme.io", OrganizationSlug = "acme" }, "a@acme.io" },
        { new SentryMember { Id = "573", OrganizationSlug = "acme" }, "573" },
        { new SentryRelease { Id = "2/web@1", Version = "web@1", OrganizationSlug = "acme" }, "web@1" },
        { new SentryAlertRule { Id = "7", Name = "High", OrganizationSlug = "acme" }, "High" },
        { new SentryAlertRule { Id = "7", OrganizationSlug = "acme" }, "7" },
        { new SentryUserStatus { MemberId = "573", Email = "a@acme.io", Status = SentryUserStatusKind.Active, OrganizationSlug = "acme" }, "a@acme.io: Active" },
        { new SentryUserStatusSummary { OrganizationSlug = "acme" }, "acme" },
        { new SentryTeamMember { TeamSlug = "web", MemberId = "573", OrganizationSlug = "acme" }, "573 in web" },
        { new SentryRole { Id = "owner", OrganizationSlug = "acme" }, "owner" },
        { new SentryAccess { MemberId = "573", Email = "a@acme.io", ProjectSlug = "web", TeamSlugs = StringList.Empty, OrganizationSlug = "acme" }, "a@acme.io on web" },
        { new SentryAuditLogEntry { Id = "9", Event = "member.invite", OrganizationSlug = "acme" }, "member.invite 9" },
        { new SentryPermission { Cmdlet = "Get-SentryTeam", Scopes = new StringList(["org:read"]) }, "Get-SentryTeam: org:read" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_is_its_natural_key(object model, string key) => Assert.Equal(key, model.ToString());
}
