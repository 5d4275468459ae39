using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Writes;

public sealed class OrganizationWriteTests : SandboxTest
{
    [Theory]
    [InlineData("openMembership", "false")]
    [InlineData("allowJoinRequests", "false")]
    [InlineData("allowSharedIssues", "false")]
    [InlineData("enhancedPrivacy", "true")]
    [InlineData("dataScrubber", "false")]
    [InlineData("scrubIPAddresses", "true")]
    [InlineData("isEarlyAdopter", "true")]
    [InlineData("defaultRole", "\"manager\"")]
    [InlineData("sensitiveFields", """["pin"]""")]
    [InlineData("storeCrashReports", "-1")]
    [InlineData("name", "\"Acme Ltd\"")]
    public async Task A_setting_shows_wherever_it_is_read(string name, string value)
    {
        Assert.Equal(
            value,
            (await Api.SendAsync("PUT", "organizations/acme/", $$"""{"{{name}}":{{value}}}""")).Json.GetProperty(name).GetRawText());
        Assert.Equal(value, (await Api.GetAsync("organizations/acme/")).Json.GetProperty(name).GetRawText());
        var note = (await Api.GetAsync("organizations/acme/audit-logs/?event=org.edit"))
            .Json.GetProperty("rows")[0]
            .GetProperty("note")
            .GetString();
        Assert.EndsWith(name, note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"require2FA":true}""", """{"require2FA":["Cannot require two-factor authentication with SSO enabled"]}""")]
    [InlineData("""{"openMembership":"perhaps"}""", """{"openMembership":["Must be a valid boolean."]}""")]
    [InlineData("""{"storeCrashReports":101}""", """{"storeCrashReports":["Ensure this value is less than or equal to 100."]}""")]
    [InlineData("""{"attachmentsRole":"king"}""", """{"attachmentsRole":["Invalid role"]}""")]
    [InlineData("""{"sensitiveFields":[""]}""", """{"sensitiveFields":["Empty values are not allowed."]}""")]
    [InlineData("""{"slug":"globex"}""", """{"slug":["The slug \"globex\" is already in use."]}""")]
    [InlineData("""{"defaultRole":"king"}""", """{"defaultRole":["\"king\" is not a valid choice."]}""")]
    public async Task A_bad_setting_is_refused(string body, string expected)
    {
        var answer = await Api.SendAsync("PUT", "organizations/acme/", body);

        Assert.Equal((HttpStatusCode.BadRequest, expected), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Without_org_admin_the_default_role_is_ignored_silently()
    {
        using var manager = As(Server.CreateToken(SandboxTokenKind.User, "org:write"));

        Assert.Equal(HttpStatusCode.OK, (await manager.SendAsync("PUT", "organizations/acme/", """{"defaultRole":"manager"}""")).Status);
        Assert.Equal("member", Acme.DefaultRole);
    }

    [Fact]
    public async Task A_member_without_a_required_second_factor_is_an_invitation_again()
    {
        (Acme.HasAuthProvider, Acme.AuthProvider) = (false, null);
        var without = Acme.Members.FindAll(member => member.User is { Has2Fa: false }).Select(member => member.Id).ToList();
        var teams = (await Api.GetAsync("organizations/acme/members/1003/")).Json.GetProperty("teams").GetRawText();

        await Api.SendAsync("PUT", "organizations/acme/", """{"require2FA":true}""");

        Assert.NotEmpty(without);
        var rows = (await Api.GetAsync("organizations/acme/members/"))
            .Json.EnumerateArray()
            .Where(row => without.Contains(row.GetProperty("id").GetString()!))
            .ToList();
        Assert.All(rows, row =>
            Assert.Equal((JsonValueKind.Null, true), (row.GetProperty("user").ValueKind, row.GetProperty("pending").GetBoolean())));
        Assert.Equal(teams, (await Api.GetAsync("organizations/acme/members/1003/")).Json.GetProperty("teams").GetRawText());
        Assert.Equal(
            without.Count,
            (await Api.GetAsync("organizations/acme/audit-logs/?event=member.pending")).Json.GetProperty("rows").GetArrayLength());
    }
}
