using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Writes;

/// <summary>
/// Changes of members: 1001 is the owner, 1009 belongs to the identity provider, 1015 to a partnership, 1020 is anybody,
/// 1023 an expired invitation.
/// </summary>
public sealed class MemberWriteTests : SandboxTest
{
    private const string Members = "organizations/acme/members/";

    [Fact]
    public async Task An_invitation_joins_teams_without_their_roles_and_replaces_a_request()
    {
        var answer = await Api.SendAsync(
            "POST", Members, """{"email":"hopeful1@acme.example","teamRoles":[{"teamSlug":"mobile","role":"admin"}]}""");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.False(answer.Json.TryGetProperty("teamRoles", out _));
        var detail = (await Api.GetAsync(Members + answer.Json.GetProperty("id") + "/")).Json;
        Assert.Equal("""[{"teamSlug":"mobile","role":null}]""", detail.GetProperty("teamRoles").GetRawText());
        Assert.Equal((true, "approved"), (detail.GetProperty("pending").GetBoolean(), detail.GetProperty("inviteStatus").GetString()));
        Assert.DoesNotContain("hopeful1@acme.example", (await Api.GetAsync("organizations/acme/invite-requests/")).All("email"));
        var entry = (await Api.GetAsync("organizations/acme/audit-logs/?event=member.invite")).Json.GetProperty("rows")[0];
        Assert.Equal("invited member hopeful1@acme.example", entry.GetProperty("note").GetString());
    }

    [Theory]
    [InlineData("""{"email":"ADA.ackerman@acme.example"}""", """{"email":["The user ADA.ackerman@acme.example is already a member"]}""")]
    [InlineData("""{"email":"newcomer1@acme.example"}""", """{"email":["The user newcomer1@acme.example has already been invited"]}""")]
    [InlineData("{}", """{"email":["This field is required."]}""")]
    [InlineData("""{"email":"nobody"}""", """{"email":["Enter a valid email address."]}""")]
    [InlineData("""{"email":"a@b.example","orgRole":"king"}""", """{"orgRole":["\"king\" is not a valid choice."]}""")]
    [InlineData(
        """{"email":"a@b.example","orgRole":"admin"}""",
        """{"orgRole":["The role 'admin' is deprecated and may no longer be assigned."]}"""
    )]
    [InlineData("""{"email":"a@b.example","teamRoles":[{"teamSlug":"no","role":null}]}""", """{"teamRoles":["Invalid teams"]}""")]
    [InlineData("""{"email":"a@b.example","teamRoles":[{"teamSlug":"mobile","role":"x"}]}""", """{"teamRoles":["Invalid team-role"]}""")]
    [InlineData(
        """{"email":"a@b.example","orgRole":"billing","teams":["mobile"]}""",
        """{"email":"The user with a 'billing' role cannot have team-level permissions."}""")]
    [InlineData("[1]", """{"non_field_errors":["Invalid data. Expected a dictionary, but got list."]}""")]
    [InlineData("{", """{"detail":"JSON parse error - Expecting value: line 1 column 1 (char 0)"}""")]
    public async Task A_bad_invitation_is_refused_in_Sentrys_words(string body, string expected)
    {
        var answer = await Api.SendAsync("POST", Members, body);

        Assert.Equal((HttpStatusCode.BadRequest, expected), (answer.Status, answer.Text));
        Assert.Equal(25, Acme.Members.Count);
    }

    [Fact]
    public async Task Integrations_invite_members_only_and_remove_nobody()
    {
        using var app = As(Server.CreateToken(SandboxTokenKind.Integration, "member:admin"));

        Assert.Equal(HttpStatusCode.Created, (await app.SendAsync("POST", Members, """{"email":"a@b.example"}""")).Status);
        var manager = await app.SendAsync("POST", Members, """{"email":"c@b.example","orgRole":"manager"}""");
        Assert.Equal((HttpStatusCode.BadRequest, JsonValueKind.Array), (manager.Status, manager.Json.ValueKind));
        Assert.Equal("You cannot remove a member who has more access than you.", (await app.SendAsync("DELETE", Members + "1020/")).Detail);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.SendAsync("PUT", Members + "1020/", """{"orgRole":"manager"}""")).Status);
    }

    [Theory]
    [InlineData("""{"orgRole":"manager"}""", "[]")]
    [InlineData("""{"teamRoles":[{"teamSlug":"payments","role":"admin"}]}""", """[{"teamSlug":"payments","role":"admin"}]""")]
    [InlineData(
        """{"orgRole":"manager","teamRoles":[{"teamSlug":"payments","role":"contributor"}]}""",
        """[{"teamSlug":"payments","role":null}]"""
    )]
    public async Task Teams_a_change_leaves_out_are_lost(string body, string teams)
    {
        Assert.NotEqual(0, (await Api.GetAsync(Members + "1020/")).Json.GetProperty("teams").GetArrayLength());

        Assert.Equal(HttpStatusCode.OK, (await Api.SendAsync("PUT", Members + "1020/", body)).Status);
        Assert.Equal(teams, (await Api.GetAsync(Members + "1020/")).Json.GetProperty("teamRoles").GetRawText());
    }

    [Fact]
    public async Task A_refused_role_has_changed_the_teams_already()
    {
        var answer = await Api.SendAsync("PUT", Members + "me/", """{"orgRole":"member"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "You cannot make changes to your own role."), (answer.Status, answer.Detail));
        Assert.DoesNotContain(Acme.Teams, team => team.Memberships.Exists(place => place.Member == Acme.Members[0]));
    }

    [Theory]
    [InlineData("1015", """{"teamRoles":[]}""", 403)]
    [InlineData("1014", """{"orgRole":"member"}""", 403)]
    [InlineData("1020", """{"orgRole":"admin"}""", 400)]
    [InlineData("1020", """{"teamRoles":[{"teamSlug":"mobile"}]}""", 500)]
    [InlineData("1020", """{"reinvite":true,"orgRole":"member"}""", 403)]
    [InlineData("1020", """{"reinvite":true}""", 400)]
    [InlineData("1023", """{"reinvite":true}""", 400)]
    [InlineData("1024", """{"reinvite":true}""", 200)]
    [InlineData("1023", """{"reinvite":true,"regenerate":true}""", 200)]
    [InlineData("1", """{"teamRoles":[]}""", 404)]
    public async Task Changes_are_judged_as_Sentry_judges(string id, string body, int status) =>
        Assert.Equal(status, (int)(await Api.SendAsync("PUT", Members + id + "/", body)).Status);

    [Fact]
    public async Task A_regenerated_invitation_is_no_longer_expired()
    {
        await Api.SendAsync("PUT", Members + "1023/", """{"reinvite":true,"regenerate":true}""");

        Assert.False((await Api.GetAsync(Members + "1023/")).Json.GetProperty("expired").GetBoolean());
    }

    [Theory]
    [InlineData("1020", 204)]
    [InlineData("1009", 403)]
    [InlineData("1015", 403)]
    [InlineData("1", 404)]
    public async Task Removing_is_judged_as_Sentry_judges(string id, int status)
    {
        Assert.Equal(status, (int)(await Api.SendAsync("DELETE", Members + id + "/")).Status);
        Assert.Equal(status is 403, Acme.Members.Exists(member => member.Id == id));
    }

    [Fact]
    public async Task The_last_owner_stays_and_a_member_who_leaves_takes_invitations_along()
    {
        Acme.Members.Find(member => member.OrgRole is "manager")!.OrgRole = "member";
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.SendAsync("DELETE", Members + "me/")).Status);

        Acme.Members.Find(member => member.Id is "1020")!.OrgRole = "owner";
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", Members + "me/")).Status);
        Assert.DoesNotContain(Acme.Members, member => member.Pending);
    }

    [Fact]
    public async Task A_member_who_only_invites_may_take_back_their_own_invitation()
    {
        using var person = As(Server.CreateToken(Acme.Members.Find(member => member.Id is "1020")!.User!, "member:admin", "org:read"));
        var mine = (await person.SendAsync("POST", Members, """{"email":"a@b.example"}""")).Json.GetProperty("id");

        Assert.Equal("You cannot modify invitations sent by someone else.", (await person.SendAsync("DELETE", Members + "1024/")).Detail);
        Assert.Equal("You are missing the member:admin scope.", (await person.SendAsync("DELETE", Members + "1021/")).Detail);
        Assert.Equal(HttpStatusCode.NoContent, (await person.SendAsync("DELETE", Members + mine + "/")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.SendAsync("PUT", Members + "1021/", """{"teamRoles":[]}""")).Status);
    }

    [Fact]
    public async Task An_approved_request_is_a_member_and_a_denied_one_is_gone()
    {
        const string Requests = "organizations/acme/invite-requests/";
        await Api.SendAsync("PUT", "organizations/acme/", """{"allowJoinRequests":false}""");

        var refused = await Api.SendAsync("PUT", Requests + "5002/", """{"approve":true}""");
        Assert.Equal("""{"approve":["Your organization does not allow requests to join."]}""", refused.Text);
        var approved = await Api.SendAsync("PUT", Requests + "5001/", """{"approve":1,"teams":["mobile"]}""");
        Assert.Equal((HttpStatusCode.OK, "approved"), (approved.Status, approved.Json.GetProperty("inviteStatus").GetString()));
        Assert.Contains("5001", (await Api.GetAsync(Members)).All("id"));
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", Requests + "5002/")).Status);
        Assert.Equal("[]", (await Api.GetAsync(Requests)).Text);
    }
}
