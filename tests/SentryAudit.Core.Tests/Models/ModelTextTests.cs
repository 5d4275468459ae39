namespace SentryAudit.Core.Tests.Models;

/// <summary>The text of an object is its natural key.</summary>
public sealed class ModelTextTests
{
    public static TheoryData<object, string> Keys =>
        new()
        {
            { new SentryOrganization { Id = "2", Slug = "acme", Name = "Acme" }, "acme" },
            { new SentryTeam { Id = "1", Slug = "be", OrganizationSlug = "acme" }, "be" },
            { new SentryProject { Id = "3", Slug = "web", OrganizationSlug = "acme" }, "web" },
            { new SentryMember { Id = "573", Email = "a@acme.io", OrganizationSlug = "acme" }, "a@acme.io" },
            { new SentryMember { Id = "573", OrganizationSlug = "acme" }, "573" },
            { new SentryRelease { Id = "2/web@1", Version = "web@1", OrganizationSlug = "acme" }, "web@1" },
            { new SentryAlertRule { Id = "7", Name = "High", OrganizationSlug = "acme" }, "High" },
            { new SentryAlertRule { Id = "7", OrganizationSlug = "acme" }, "7" },
            {
                new SentryUserStatus
                {
                    MemberId = "573",
                    Email = "a@acme.io",
                    Status = SentryUserStatusKind.Active,
                    OrganizationSlug = "acme",
                },
                "a@acme.io: Active"
            },
            { new SentryUserStatusSummary { OrganizationSlug = "acme" }, "acme" },
            { new SentryProjectKey { Id = "0f", Label = "Default", PublicKey = "********cafe", OrganizationSlug = "acme" }, "Default" },
            { new SentryProjectKey { Id = "0f", PublicKey = "********cafe", OrganizationSlug = "acme" }, "********cafe" },
            { new SentryRepository { Id = "3", Name = "acme/web", OrganizationSlug = "acme" }, "acme/web" },
            { new SentryDeploy { Id = "4", ReleaseVersion = "web@1", Environment = "prod", OrganizationSlug = "acme" }, "web@1 to prod" },
            { new SentryMonitor { Id = "5", Name = "Slow", OrganizationSlug = "acme" }, "Slow" },
            { new SentryMonitor { Id = "5", OrganizationSlug = "acme" }, "5" },
            { new SentryIntegration { Id = "6", Name = "acme", Provider = "github", OrganizationSlug = "acme" }, "github: acme" },
            { new SentryCustomIntegration { Id = "u", Slug = "bot", Name = "Bot", OrganizationSlug = "acme" }, "bot" },
            { new SentryInviteRequest { Id = "8", Email = "a@acme.io", OrganizationSlug = "acme" }, "a@acme.io" },
            { new SentryAuthProvider { Id = "9", Provider = "okta", OrganizationSlug = "acme" }, "okta" },
            { new SentryIssue { Id = "9", ShortId = "WEB-1", OrganizationSlug = "acme" }, "WEB-1" },
            { new SentryIssue { Id = "9", OrganizationSlug = "acme" }, "9" },
            { new SentryEvent { EventId = "9fac", OrganizationSlug = "acme" }, "9fac" },
            { new SentryEventEntry { Type = "exception", EventId = "9fac", OrganizationSlug = "acme" }, "exception of 9fac" },
            { new SentryUserFeedback { Id = "7", Source = SentryFeedbackSource.Widget, OrganizationSlug = "acme" }, "Widget 7" },
            { new SentryProjectUser { UserName = "rosa", IpAddress = "::1", ProjectSlug = "web", OrganizationSlug = "acme" }, "rosa" },
            { new SentryProjectUser { Hash = "abc", ProjectSlug = "web", OrganizationSlug = "acme" }, "abc" },
            { new SentryTeamMember { TeamSlug = "web", MemberId = "573", OrganizationSlug = "acme" }, "573 in web" },
            { new SentryRole { Id = "owner", OrganizationSlug = "acme" }, "owner" },
            {
                new SentryAccess
                {
                    MemberId = "573",
                    Email = "a@acme.io",
                    ProjectSlug = "web",
                    TeamSlugs = StringList.Empty,
                    OrganizationSlug = "acme",
                },
                "a@acme.io on web"
            },
            { new SentryAuditLogEntry { Id = "9", Event = "member.invite", OrganizationSlug = "acme" }, "member.invite 9" },
            { new SentryPermission { Cmdlet = "Get-SentryTeam", Scopes = new StringList(["org:read"]) }, "Get-SentryTeam: org:read" },
        };

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_object_prints_as_its_natural_key(object model, string key) => Assert.Equal(key, model.ToString());
}
