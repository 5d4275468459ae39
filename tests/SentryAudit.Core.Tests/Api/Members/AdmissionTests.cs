using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Members;

public sealed class AdmissionTests
{
    private const string Requests = "organizations/acme/invite-requests/";
    private const string Provider = "organizations/acme/auth-provider/";

    [Fact]
    public async Task Every_field_of_a_request_is_mapped()
    {
        var request = await One("""
            {"id":"5","email":"a@x.io","role":"admin","orgRole":"member","inviteStatus":"requested_to_be_invited","inviterName":"Ann",
             "teams":["web","api"],"dateCreated":"2026-08-19T09:28:00Z"}
            """);

        Assert.Equal(
            ("5", "a@x.io", "member", "requested_to_be_invited", "Ann"),
            (request.Id, request.Email, request.Role, request.InviteStatus, request.InviterName));
        Assert.Equal(
            ("api, web", 19, "acme", FakeTransport.ReadAt),
            (request.TeamSlugs!.ToString(), request.DateCreated!.Value.Day, request.OrganizationSlug, request.LastUpdated));
    }

    [Fact]
    public async Task An_older_Sentry_has_a_role_and_no_teams()
    {
        var request = await One("""{"id":"5","role":"manager","inviterName":null}""");

        Assert.Equal(("manager", null, null, null), (request.Role, request.InviterName, request.TeamSlugs, request.Email));
    }

    [Fact]
    public async Task Every_field_of_the_single_sign_on_is_mapped()
    {
        var provider = await Find("""
            {"id":"71","provider_name":"okta","pending_links_count":2,"login_url":"https://sentry.io/auth/login/acme/",
             "default_role":"member","require_link":true,"scim_enabled":false}
            """);

        Assert.Equal(
            ("71", "okta", 2, "https://sentry.io/auth/login/acme/"),
            (provider!.Id, provider.Provider, provider.PendingLinkCount, provider.LoginUrl));
        Assert.Equal(
            ("member", true, false, "acme", FakeTransport.ReadAt),
            (provider.DefaultRole, provider.RequireLink, provider.ScimEnabled, provider.OrganizationSlug, provider.LastUpdated));
    }

    [Fact]
    public async Task What_Sentry_does_not_report_is_unknown()
    {
        var provider = await Find("""{"id":"71"}""");

        Assert.Equal(
            (null, null, null, null, null),
            (provider!.Provider, provider.PendingLinkCount, provider.RequireLink, provider.ScimEnabled, provider.DateCreated));
    }

    [Fact]
    public async Task An_empty_answer_of_200_does_not_mean_none() =>
        Assert.Equal(SentryErrorCategory.InvalidResult, (await Assert.ThrowsAsync<SentryApiException>(() => Find("null"))).Category);

    private static Task<SentryAuthProvider?> Find(string json) =>
        Estate.Api(new FakeTransport().On(Provider, json)).AuthProviders.FindAsync(Estate.Acme, default);

    private static async Task<SentryInviteRequest> One(string json) =>
        await Estate.Api(new FakeTransport().On(Requests, $"[{json}]")).InviteRequests.ListAsync(Estate.Acme, default).SingleAsync();
}
