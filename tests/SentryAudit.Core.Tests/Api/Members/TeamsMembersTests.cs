using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Members;

public sealed class TeamsMembersTests
{
    [Fact]
    public async Task Members_of_several_teams_are_given_once_each()
    {
        var transport = new FakeTransport()
            .On(
                "teams/acme/web/members/",
                """[{"id":"573","email":"a@acme.io","user":{"id":"280","has2fa":true}}]""",
                """[{"id":"574","user":null,"pending":true}]"""
            )
            .On("teams/acme/api/members/", """[{"id":"574"},{"id":"575"}]""");

        var members = await Estate
            .Api(transport)
            .Members.ListOfTeamsAsync(Estate.Acme, [Team("web"), Team("api")], memberships: null, default)
            .ToListAsync();

        Assert.Equal(["573", "574", "575"], members.Select(member => member.Id));
        Assert.Equal([true, null, null], members.Select(member => member.Has2FA));
        Assert.All(transport.Requests, request => Assert.Equal(Estate.Region, request.Host));
    }

    [Fact]
    public async Task A_team_that_breaks_off_is_an_error_not_a_short_list() =>
        await Assert.ThrowsAsync<IncompleteListingException>(async () =>
            await Estate
                .Api(new FakeTransport().On("teams/acme/web/members/", """[{"id":"573"}]""", 500))
                .Members.ListOfTeamsAsync(Estate.Acme, [Team("web")], memberships: null, default)
                .ToListAsync());

    private static SentryTeam Team(string slug) => new() { Id = slug, Slug = slug, OrganizationSlug = "acme" };
}
