using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Members;

public sealed class TeamMembershipTests
{
    private const string Teams = """[{"id":"1","slug":"web"},{"id":"2","slug":"api"},{"id":"3","slug":"empty"}]""";

    [Fact]
    public async Task Members_get_their_teams_and_roles_from_one_call_per_team()
    {
        var transport = Prepared()
            .On("organizations/acme/members/", """[{"id":"573"},{"id":"574"},{"id":"575"}]""");
        var api = Estate.Api(transport);

        var teams = await api.TeamMembers.ReadMembershipsAsync(Estate.Acme, default);
        var members = await api.Members.ListAsync(Estate.Acme, [], teams, default).ToListAsync();

        Assert.Equal([["api", "web"], ["web"], []], members.Select(member => member.TeamSlugs!.ToArray()));
        Assert.Equal([["api:admin", "web:contributor"], ["web:contributor"], []], members.Select(member => member.TeamRoles!.ToArray()));

        // Teams, their members (one has two pages in an order that may change, so it is read twice), and the list: none per member.
        Assert.Equal(8, transport.Requests.Count);
        Assert.Equal("detailed=0&per_page=100", transport.RequestsTo("organizations/acme/teams/").Single().QueryText());
    }

    [Fact]
    public async Task A_team_that_cannot_be_read_leaves_nobody_with_half_their_teams()
    {
        var transport = Prepared().On("teams/acme/api/members/", 403);

        var fault = await Assert.ThrowsAsync<SentryApiException>(() =>
            Estate.Api(transport).TeamMembers.ReadMembershipsAsync(Estate.Acme, default));

        Assert.Equal(403, fault.Status);
    }

    [Fact]
    public async Task A_team_that_breaks_off_leaves_nobody_with_half_their_teams() =>
        await Assert.ThrowsAsync<IncompleteListingException>(() =>
            Estate
                .Api(Prepared().On("teams/acme/web/members/", """[{"id":"573"}]""", 500))
                .TeamMembers.ReadMembershipsAsync(Estate.Acme, default));

    private static FakeTransport Prepared() => new FakeTransport()
        .On("organizations/acme/teams/", Teams)
        .On("teams/acme/web/members/", """[{"id":"573","teamRole":null}]""", """[{"id":574,"user":null,"pending":true}]""")
        .On("teams/acme/api/members/", """[{"id":"573","teamRole":"admin"}]""")
        .On("teams/acme/empty/members/", "[]");
}
