using SentryAudit.Core.Tests.Support;
using SentryAudit.Models;

namespace SentryAudit.Core.Tests.Api.Organizations;

/// <summary>Which organizations a key means, and what is asked to find them.</summary>
public sealed class OrganizationLookupTests
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

    [Theory]
    [InlineData("acme", "query=slug:acme&per_page=100")]
    [InlineData("2", "query=id:2&per_page=100")]
    [InlineData("ACME", "query=slug:ACME&per_page=100")]
    public async Task A_named_organization_is_looked_up_once(string key, string query)
    {
        var transport = new FakeTransport().On(Path, $"[{Whole}]");
        var api = Estate.Api(transport);

        var first = await api.Organizations.ResolveAsync(new OrganizationReference(key), default).SingleAsync();
        var second = await api.Organizations.ResolveAsync(new OrganizationReference(key), default).SingleAsync();

        Assert.Equal(new OrganizationHome("acme", "2", Estate.Region), first);
        Assert.Equal(first, second);
        Assert.Equal(query, transport.Requests.Single().QueryText());
    }

    [Fact]
    public async Task Without_a_key_the_connections_organization_is_meant()
    {
        var transport = new FakeTransport().On(Path, $"[{Whole}]");

        Assert.Equal(
            "acme",
            (await Estate.Api(transport, organization: "acme").Organizations.ResolveAsync(key: null, default).SingleAsync()).Slug);
        Assert.Equal("slug:acme", transport.Requests.Single().Value("query"));
    }

    [Fact]
    public async Task A_pattern_finds_several()
    {
        var transport = new FakeTransport().On(
            Path,
            """[{"id":"1","slug":"acme-eu"},{"id":"2","slug":"acme-us"},{"id":"3","slug":"other"}]"""
        );

        var homes = await Estate
            .Api(transport, organization: "other")
            .Organizations.ResolveAsync(new OrganizationReference("ACME-*"), default)
            .ToListAsync();

        Assert.Equal(["acme-eu", "acme-us"], homes.Select(home => home.Slug));
        Assert.Null(transport.Requests.Single().Value("query"));
    }

    [Fact]
    public async Task An_unknown_organization_is_an_error_naming_those_the_token_sees()
    {
        var api = Estate.Api(new FakeTransport().On(Path, "[]").On("organizations/acne/", 404), seen: new StringList(["acme", "beta"]));

        var fault = await Assert.ThrowsAsync<SentryException>(async () =>
            await api.Organizations.ResolveAsync(new OrganizationReference("acne"), default).ToListAsync());

        Assert.Equal(("SentryOrganizationNotFound", SentryErrorCategory.ObjectNotFound), (fault.ErrorId, fault.Category));
        Assert.Contains("'acne'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("acme, beta", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_merely_resembles_the_key_is_not_it() =>
        await Assert.ThrowsAsync<SentryException>(async () =>
            await Estate
                .Api(new FakeTransport().On(Path, """[{"id":"1","slug":"acme-eu"}]""").On("organizations/acme/", 404))
                .Organizations.ResolveAsync(new OrganizationReference("acme"), default)
                .ToListAsync());

    [Fact]
    public async Task An_organization_that_is_not_listed_but_answers_is_taken()
    {
        var transport = new FakeTransport().On(Path, "[]").On("organizations/acme/", Whole);

        var home = await Estate.Api(transport).Organizations.ResolveAsync(new OrganizationReference("acme"), default).SingleAsync();

        Assert.Equal(new OrganizationHome("acme", "2", Estate.Region), home);
    }

    [Fact]
    public async Task An_organization_that_answers_under_another_name_is_not_the_one_that_was_named()
    {
        var transport = new FakeTransport().On(Path, "[]").On("organizations/old-name/", Whole);

        await Assert.ThrowsAsync<SentryException>(async () =>
            await Estate.Api(transport).Organizations.ResolveAsync(new OrganizationReference("old-name"), default).ToListAsync());
    }

    [Fact]
    public async Task A_token_that_may_not_list_organizations_may_still_name_one()
    {
        var home = await Estate
            .Api(new FakeTransport().On(Path, 403))
            .Organizations.ResolveAsync(new OrganizationReference("acme"), default)
            .SingleAsync();

        Assert.Equal(new OrganizationHome("acme", Id: null, Estate.Base), home);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task Any_other_failure_of_the_list_is_one(int status) =>
        Assert.Equal(
            status,
            (
                await Assert.ThrowsAsync<SentryApiException>(async () =>
                    await Estate
                        .Api(new FakeTransport().On(Path, status))
                        .Organizations.ResolveAsync(new OrganizationReference("acme"), default)
                        .ToListAsync())
            ).Status);
}
