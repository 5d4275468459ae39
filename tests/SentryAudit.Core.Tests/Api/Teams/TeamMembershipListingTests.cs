using SentryAudit.Common.Streams;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Teams;

public sealed class TeamMembershipListingTests
{
    [Fact]
    public async Task Every_field_is_mapped()
    {
        var member = Assert.Single(await ListAsync(new FakeTransport().On("teams/acme/web/members/", """
            [{"id":"573","email":"a@acme.io","name":"Ann","user":{"id":"280","has2fa":true},"orgRole":"admin","pending":false,
             "teamRole":null,"teamSlug":"web"}]
            """), "web")).Item!;

        Assert.Equal(
            ("web", "573", "280", "a@acme.io", "Ann"),
            (member.TeamSlug, member.MemberId, member.UserId, member.Email, member.Name));
        Assert.Equal(
            ("admin", null, "admin", false, true, "acme"),
            (member.Role, member.TeamRole, member.EffectiveRole, member.Pending, member.Has2FA, member.OrganizationSlug));
        Assert.Equal((null, FakeTransport.ReadAt, "a@acme.io in web"), (member.FirstSeen, member.LastUpdated, member.ToString()));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Nothing_is_known_of_the_person_behind_an_invitation(string user)
    {
        var invited = Assert
            .Single(
                await ListAsync(
                    new FakeTransport().On(
                        "teams/acme/web/members/",
                        $$"""[{"id":"9","email":"b@acme.io","user":{{user}},"pending":true}]"""
                    ),
                    "web"))
            .Item!;

        Assert.Equal((true, null, null, "b@acme.io"), (invited.Pending, invited.Has2FA, invited.UserId, invited.Email));
    }

    [Fact]
    public async Task Teams_come_in_their_order_and_one_that_fails_does_not_keep_the_next()
    {
        var transport = new FakeTransport()
            .On("teams/acme/c/members/", """[{"id":"1"}]""", """[{"id":"2"}]""")
            .On("teams/acme/a/members/", """[{"id":"1"}]""", 500)
            .On("teams/acme/b/members/", 403)
            .On("teams/acme/d/members/", """[{"id":"3"}]""");

        var reads = await ListAsync(transport, "c", "a", "b", "d");

        Assert.Equal(["c 1", "c 2", "a 1", "a !", "b !", "d 3"], reads.Select(read => $"{read.Part} {read.Item?.MemberId ?? "!"}"));
        Assert.Equal(["IncompleteListing", "SentryForbidden"], reads.Select(read => read.Fault?.ErrorId).OfType<string>());
        Assert.All(transport.Requests, request => Assert.Equal(Estate.Region, request.Host));
    }

    private static async Task<List<ListPart<string, SentryTeamMember>>> ListAsync(FakeTransport transport, params string[] teams)
    {
        var roles = await Estate.Api(new FakeTransport().On(Roles.Path, Roles.Detail())).Roles.ReadAsync(Estate.Acme, default);
        return await Estate
            .Api(transport)
            .TeamMembers.ListAsync(Estate.Acme, teams, roles, default)
            .Where(part => part.Item is not null || part.Fault is not null)
            .ToListAsync();
    }
}
