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
            .Members.ListOfTeamsAsync(Estate.Acme, [Team("web"), Team("api")], memberships: null, NoFault, default)
            .ToListAsync();

        Assert.Equal(["573", "574", "575"], members.Select(member => member.Id));
        Assert.Equal([true, null, null], members.Select(member => member.Has2FA));
        Assert.All(transport.Requests, request => Assert.Equal(Estate.Region, request.Host));
    }

    [Fact]
    public async Task A_team_that_breaks_off_is_named_and_does_not_take_the_others_with_it()
    {
        var faults = new List<string>();
        var transport = new FakeTransport()
            .On("teams/acme/web/members/", """[{"id":"573"}]""", 500)
            .On("teams/acme/api/members/", """[{"id":"574"}]""");

        var members = await Estate.Api(transport)
            .Members.ListOfTeamsAsync(
                Estate.Acme,
                [Team("web"), Team("api")],
                memberships: null,
                (team, fault) => faults.Add($"{team} {fault.ErrorId}"),
                default)
            .ToListAsync();

        Assert.Equal(["573", "574"], members.Select(member => member.Id));
        Assert.Equal(["web IncompleteListing"], faults);
    }

    private static void NoFault(string team, SentryException fault) => Assert.Fail($"{team}: {fault.Message}");

    private static SentryTeam Team(string slug) => new() { Id = slug, Slug = slug, OrganizationSlug = "acme" };
}
