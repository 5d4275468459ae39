using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class MemberShapeTests : SandboxTest
{
    private SandboxMember Invitee => Acme.Members.First(member => member.Pending);

    [Fact]
    public async Task An_invitation_has_a_null_user_in_the_list_and_an_empty_one_in_detail_for_admins()
    {
        var list = await Api.GetAsync("organizations/acme/members/?query=isInvited:true%20id:" + Invitee.Id);
        var detail = await Api.GetAsync($"organizations/acme/members/{Invitee.Id}/");
        using var reader = As(Server.CreateToken(SandboxTokenKind.User, "member:read"));
        var plain = await reader.GetAsync($"organizations/acme/members/{Invitee.Id}/");

        Assert.Equal(JsonValueKind.Null, list.Json[0].GetProperty("user").ValueKind);
        Assert.Equal("{}", detail.Json.GetProperty("user").GetRawText());
        Assert.Equal(JsonValueKind.Null, plain.Json.GetProperty("user").ValueKind);
        Assert.True(list.Json[0].GetProperty("pending").GetBoolean());
        Assert.Equal("approved", list.Json[0].GetProperty("inviteStatus").GetString());
    }

    [Fact]
    public async Task Authenticators_are_for_admins_and_me_is_the_caller()
    {
        using var reader = As(Server.CreateToken(SandboxTokenKind.User, "member:read"));
        var me = (await Api.GetAsync("organizations/acme/members/me/")).Json;

        Assert.Equal("owner", me.GetProperty("orgRole").GetString());
        Assert.Equal(2, me.GetProperty("user").GetProperty("authenticators").GetArrayLength());
        var plain = (await reader.GetAsync("organizations/acme/members/me/")).Json.GetProperty("user");
        Assert.False(plain.TryGetProperty("authenticators", out _));
    }

    [Fact]
    public async Task Teams_show_roles_and_include_invitations()
    {
        var team = Acme.Teams.First(candidate => candidate.Memberships.Exists(place => place.Member.Pending));
        var rows = (await Api.GetAsync($"teams/acme/{team.Id}/members/")).Json;
        var detail = (await Api.GetAsync($"organizations/acme/members/{rows[0].GetProperty("id").GetString()}/")).Json;

        Assert.Contains(rows.EnumerateArray(), row => row.GetProperty("user").ValueKind == JsonValueKind.Null);
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(team.Slug, row.GetProperty("teamSlug").GetString()));
        Assert.Contains(detail.GetProperty("teamRoles").EnumerateArray(), place => place.GetProperty("teamSlug").GetString() == team.Slug);
    }

    [Fact]
    public async Task Dates_have_six_digits_and_flags_keep_their_colons()
    {
        var text = (await Api.GetAsync("organizations/acme/members/")).Text;

        Assert.Matches("""dateCreated":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z""", text);
        Assert.Contains("\"sso:linked\":true", text, StringComparison.Ordinal);
        Assert.Contains("\\u001b[31m", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Users_lists_active_people_with_their_projects()
    {
        var rows = (await Api.GetAsync("organizations/acme/users/?project=-1")).Json;

        Assert.NotEqual(0, rows.GetArrayLength());
        Assert.All(rows.EnumerateArray(), row =>
        {
            Assert.True(row.GetProperty("user").GetProperty("isActive").GetBoolean());
            Assert.NotEqual(0, row.GetProperty("projects").GetArrayLength());
        });
    }
}
