using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Organizations;

/// <summary>The list of organizations, their settings, and whether a token may read them.</summary>
public sealed class OrganizationListingTests
{
    private const string Path = "organizations/";

    private const string Whole = """
        {"id":"2","slug":"acme","name":"Acme","status":{"id":"active","name":"Active!"},"dateCreated":"2018-11-06T21:19:55.101Z",
         "isEarlyAdopter":false,"require2FA":true,
         "hasAuthProvider":true,"allowMemberInvite":true,"allowMemberProjectCreation":false,"allowSuperuserAccess":true,
         "links":{"organizationUrl":"https://acme.sentry.io","regionUrl":"https://us.sentry.io"},
         "defaultRole":"member","openMembership":true,"allowJoinRequests":false,"allowSharedIssues":true,"enhancedPrivacy":false,
         "dataScrubber":true,"dataScrubberDefaults":false,
         "scrubIPAddresses":true,"scrapeJavaScript":false,"eventsMemberAdmin":true,"alertsMemberWrite":false,"attachmentsRole":"owner",
         "debugFilesRole":"admin",
         "storeCrashReports":-1,"pendingAccessRequests":4,"hideAiFeatures":true,"sensitiveFields":["pin"],"safeFields":["a","b"]}
        """;

    [Fact]
    public async Task Every_field_of_an_organization_is_mapped()
    {
        var organization = await Estate
            .Api(new FakeTransport().On(Path, $"[{Whole}]"))
            .Organizations.ListAsync([], default)
            .SingleAsync();

        Assert.Equal(
            ("2", "acme", "acme", "Acme", "active"),
            (organization.Id, organization.Slug, organization.OrganizationSlug, organization.Name, organization.Status));
        Assert.Equal(new DateTimeOffset(2018, 11, 6, 21, 19, 55, 101, TimeSpan.Zero), organization.DateCreated);
        Assert.Equal((true, false, true), (organization.Require2FA, organization.IsEarlyAdopter, organization.HasAuthProvider));
        Assert.Equal(
            (true, false, true),
            (organization.AllowMemberInvite, organization.AllowMemberProjectCreation, organization.AllowSuperuserAccess));
        Assert.Equal(
            (new Uri("https://us.sentry.io"), new Uri("https://acme.sentry.io")),
            (organization.RegionUrl, organization.OrganizationUrl));
        Assert.Equal((null, FakeTransport.ReadAt), (organization.FirstSeen, organization.LastUpdated));
    }

    [Fact]
    public async Task Settings_come_from_the_organization_itself_without_its_teams_and_projects()
    {
        var transport = new FakeTransport().On("organizations/acme/", Whole);

        var organization = await Estate.Api(transport).Organizations.GetAsync(Estate.Acme, default);

        Assert.Equal(("detailed=0", Estate.Region), (transport.Requests.Single().QueryText(), transport.Requests.Single().Host));
        Assert.Equal(
            ("member", true, false, true, false),
            (
                organization.DefaultRole,
                organization.OpenMembership,
                organization.AllowJoinRequests,
                organization.AllowSharedIssues,
                organization.EnhancedPrivacy));
        Assert.Equal(
            (true, false, true, false),
            (organization.DataScrubber, organization.DataScrubberDefaults, organization.ScrubIPAddresses, organization.ScrapeJavaScript));
        Assert.Equal(
            (true, false, "owner", "admin"),
            (organization.EventsMemberAdmin, organization.AlertsMemberWrite, organization.AttachmentsRole, organization.DebugFilesRole));
        Assert.Equal((-1, 4, true), (organization.StoreCrashReports, organization.PendingAccessRequests, organization.HideAiFeatures));
        Assert.Equal("pin", organization.SensitiveFields!.ToString());
        Assert.Equal("a, b", organization.SafeFields!.ToString());
    }

    [Fact]
    public async Task What_the_token_may_not_see_is_unknown()
    {
        var organization = await Estate
            .Api(new FakeTransport().On(Path, """[{"id":2,"slug":"acme"}]"""))
            .Organizations.ListAsync([], default)
            .SingleAsync();

        Assert.Equal(
            (null, null, null, null),
            (organization.Require2FA, organization.HasAuthProvider, organization.OpenMembership, organization.PendingAccessRequests));
        Assert.Equal((null, null, null), (organization.Status, organization.RegionUrl, organization.SensitiveFields));
    }

    [Fact]
    public async Task The_list_comes_from_the_base_host_and_names_the_region_of_each_organization()
    {
        var transport = new FakeTransport()
            .On(Path, """
                [{"id":"1","slug":"us","links":{"regionUrl":"https://us.sentry.io"}},
                 {"id":"2","slug":"de","links":{"regionUrl":"https://de.sentry.io/"}},
                 {"id":"3","slug":"evil","links":{"regionUrl":"https://sentry.io.evil.example"}},
                 {"id":"4","slug":"plain","links":{"regionUrl":"http://us.sentry.io"}},
                 {"id":"5","slug":"none","links":{}},{"id":"6","slug":"home","links":{"regionUrl":"https://sentry.io"}}]
                """);

        var homes = await Estate
            .Api(transport)
            .Organizations.ResolveAsync(key: null, default)
            .ToDictionaryAsync(home => home.Slug, home => home.Host.ToString());

        Assert.Equal(Estate.Base, transport.Requests.Single().Host);
        Assert.Equal(("https://us.sentry.io/", "https://de.sentry.io/"), (homes["us"], homes["de"]));
        Assert.All(["evil", "plain", "none", "home"], slug => Assert.Equal("https://sentry.io/", homes[slug]));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(403, null)] // known, though it may not list
    [InlineData(401, 401)]
    [InlineData(500, 500)]
    public async Task A_probe_shows_whether_the_token_is_accepted(int status, int? fault)
    {
        var transport = new FakeTransport().On(Path, status == 200 ? "[]" : status);

        Assert.Equal(fault, (await Estate.Api(transport).Organizations.ProbeAsync(default) as SentryApiException)?.Status);
        Assert.Equal(("per_page=1", Estate.Base), (transport.Requests.Single().QueryText(), transport.Requests.Single().Host));
    }
}
