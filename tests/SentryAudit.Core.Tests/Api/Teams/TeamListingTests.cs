using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Teams;

public sealed class TeamListingTests
{
    private const string Path = "organizations/acme/teams/";

    [Fact]
    public async Task Every_field_of_a_team_is_mapped()
    {
        var team = await One("""
            {"id":"48531","slug":"backend","name":"Backend","dateCreated":"2018-11-06T21:20:08.115Z","isMember":true,"teamRole":"admin",
             "memberCount":2,
             "flags":{"idp:provisioned":true},"projects":[{"id":"3","slug":"web"},{"id":"2","slug":"api"}]}
            """);

        Assert.Equal(("48531", "backend", "Backend", 2, "acme"), (team.Id, team.Slug, team.Name, team.MemberCount, team.OrganizationSlug));
        Assert.Equal(new DateTimeOffset(2018, 11, 6, 21, 20, 8, 115, TimeSpan.Zero), team.DateCreated);
        Assert.Equal(["api", "web"], team.ProjectSlugs!);
        Assert.True(team.IdpProvisioned);
        Assert.Equal((null, FakeTransport.ReadAt), (team.FirstSeen, team.LastUpdated));
    }

    [Fact]
    public async Task What_Sentry_does_not_send_is_unknown()
    {
        var team = await One("""{"id":"1","slug":"a"}""");

        Assert.Equal((null, null, null, null), (team.MemberCount, team.DateCreated, team.IdpProvisioned, team.ProjectSlugs));
    }

    [Fact]
    public async Task A_team_without_projects_has_an_empty_list_not_an_unknown_one() =>
        Assert.Empty((await One("""{"id":"1","slug":"a","projects":[]}""")).ProjectSlugs!);

    [Theory]
    [InlineData("per_page=100")]
    [InlineData("query=slug:web slug:api&per_page=100", "web", "api")]
    [InlineData("query=id:7&per_page=100", "7")]
    [InlineData("per_page=100", "web", "7")]
    [InlineData("per_page=100", "we*")]
    public async Task Named_teams_are_searched_for(string query, params string[] keys)
    {
        var transport = new FakeTransport().On(Path, "[]");

        await Estate.Api(transport).Teams.ListAsync(Estate.Acme, [.. keys.Select(key => new TeamReference(key))], default).ToListAsync();

        Assert.Equal((query, Estate.Region), (transport.RequestsTo(Path)[0].QueryText(), transport.RequestsTo(Path)[0].Host));
    }

    private static async Task<SentryTeam> One(string json) =>
        await Estate.Api(new FakeTransport().On(Path, $"[{json}]")).Teams.ListAsync(Estate.Acme, [], default).SingleAsync();
}
