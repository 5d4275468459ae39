using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Writes;

public sealed class TeamWriteTests : SandboxTest
{
    private const string Teams = "organizations/acme/teams/";

    private static string OnTeam(string member, string team) => $"organizations/acme/members/{member}/teams/{team}/";

    [Fact]
    public async Task A_member_is_added_once_and_removed_always()
    {
        Assert.Equal(HttpStatusCode.Created, (await Api.SendAsync("POST", OnTeam("1020", "payments"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("POST", OnTeam("1020", "payments"))).Status);
        Assert.Equal(["1020"], (await Api.GetAsync("teams/acme/payments/members/")).All("id"));
        Assert.Equal(HttpStatusCode.OK, (await Api.SendAsync("DELETE", OnTeam("1020", "payments"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Api.SendAsync("DELETE", OnTeam("1020", "payments"))).Status);
        Assert.Equal("[]", (await Api.GetAsync("teams/acme/payments/members/")).Text);
    }

    [Fact]
    public async Task Once_membership_is_closed_a_member_can_only_ask()
    {
        using var person = As(Server.CreateToken(Acme.Members.Find(member => member.Id is "1020")!.User!, "org:read"));
        await Api.SendAsync("PUT", "organizations/acme/", """{"openMembership":false}""");
        var before = Acme.AccessRequests.Count;

        Assert.Equal(HttpStatusCode.Accepted, (await person.SendAsync("POST", OnTeam("me", "payments"))).Status);
        Assert.Equal("[]", (await Api.GetAsync("teams/acme/payments/members/")).Text);
        Assert.Equal(before + 1, (await Api.GetAsync("organizations/acme/access-requests/")).Json.GetArrayLength());
    }

    [Theory]
    [InlineData("POST", "1021", 403)]
    [InlineData("DELETE", "1001", 403)]
    [InlineData("PUT", "1021", 404)]
    public async Task A_team_of_the_identity_provider_keeps_its_members(string method, string member, int status)
    {
        Acme.Teams.ForEach(team => team.Memberships.RemoveAll(place => place.Member.Id == member));

        Assert.Equal(status, (int)(await Api.SendAsync(method, OnTeam(member, "backend"), """{"teamRole":"admin"}""")).Status);
    }

    [Theory]
    [InlineData("1020", "admin", "\"admin\"")]
    [InlineData("1020", "contributor", "null")]
    [InlineData("1001", "admin", "null")]
    public async Task A_team_role_that_the_organization_role_brings_is_not_kept(string member, string role, string kept)
    {
        await Api.SendAsync("POST", OnTeam(member, "payments"));

        var answer = await Api.SendAsync("PUT", OnTeam(member, "payments"), $$"""{"teamRole":"{{role}}"}""");
        Assert.Equal($$"""{"isActive":true,"teamRole":{{kept}}}""", answer.Text);
        Assert.Equal(kept, (await Api.GetAsync("teams/acme/payments/members/")).Json[0].GetProperty("teamRole").GetRawText());
    }

    [Fact]
    public async Task Roles_without_team_rights_join_no_team() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.SendAsync("POST", OnTeam("1012", "mobile"))).Status);

    [Fact]
    public async Task A_team_is_made_with_its_maker_on_it_renamed_and_removed()
    {
        var made = await Api.SendAsync("POST", Teams, """{"name":"Docs & Help"}""");
        Assert.Equal((HttpStatusCode.Created, "docs-help"), (made.Status, made.Json.GetProperty("slug").GetString()));
        Assert.True(made.Json.GetProperty("isMember").GetBoolean());
        Assert.Equal(HttpStatusCode.Conflict, (await Api.SendAsync("POST", Teams, """{"slug":"docs-help"}""")).Status);
        Assert.Equal("""{"non_field_errors":["Name or slug is required"]}""", (await Api.SendAsync("POST", Teams, "{}")).Text);

        Assert.Equal(
            """{"slug":["The slug \"mobile\" is already in use."]}""",
            (await Api.SendAsync("PUT", "teams/acme/docs-help/", """{"slug":"mobile"}""")).Text);
        Assert.Equal(HttpStatusCode.OK, (await Api.SendAsync("PUT", "teams/acme/docs-help/", """{"slug":"help"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("teams/acme/docs-help/")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", "teams/acme/help/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.SendAsync("DELETE", "teams/acme/help/")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.SendAsync("DELETE", "teams/acme/backend/")).Status);
    }

    [Fact]
    public async Task A_removed_team_leaves_its_projects_and_what_it_owned()
    {
        await Api.SendAsync("DELETE", "teams/acme/frontend/");

        Assert.DoesNotContain("\"slug\":\"frontend\"", (await Api.GetAsync("organizations/acme/projects/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "team:48501",
            (await Api.GetAsync("organizations/acme/workflows/?project=-1")).Text,
            StringComparison.Ordinal);
    }
}
