using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Writes;

public sealed class ReleaseAndIssueWriteTests : SandboxTest
{
    private const string Issues = "organizations/acme/issues/";
    private const string First = "8360000001";
    private const string Second = "8360000002";

    [Fact]
    public async Task An_archived_release_leaves_the_list()
    {
        var version = Acme.Releases[0].Version;
        var path = $"organizations/acme/releases/{Uri.EscapeDataString(version)}/";

        await Api.SendAsync("PUT", path, """{"status":"archived","ref":"main","dateReleased":"2026-08-30T10:00:00Z"}""");
        Assert.DoesNotContain(version, (await Api.GetAsync("organizations/acme/releases/?project=-1")).All("version"));
        Assert.Equal("2026-08-30T10:00:00Z", (await Api.GetAsync(path)).Json.GetProperty("dateReleased").GetString());
        await Api.SendAsync("PUT", path, """{"status":"open"}""");
        Assert.Contains(version, (await Api.GetAsync("organizations/acme/releases/?project=-1")).All("version"));
        Assert.Equal("""{"status":["Invalid status done"]}""", (await Api.SendAsync("PUT", path, """{"status":"done"}""")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.SendAsync("PUT", "organizations/acme/releases/none/", "{}")).Status);
    }

    [Fact]
    public async Task A_release_is_made_once_and_deployed()
    {
        const string New = """{"version":"new@1.0","projects":["search"]}""";
        Assert.Equal(HttpStatusCode.Created, (await Api.SendAsync("POST", "organizations/acme/releases/", New)).Status);
        Assert.Equal(HttpStatusCode.AlreadyReported, (await Api.SendAsync("POST", "organizations/acme/releases/", New)).Status);
        Assert.Equal("new@1.0", (await Api.GetAsync("organizations/acme/releases/?project=-1")).All("version")[0]);

        var deploys = "organizations/acme/releases/new%401.0/deploys/";
        Assert.Equal("""{"environment":["This field is required."]}""", (await Api.SendAsync("POST", deploys, "{}")).Text);
        Assert.Equal(HttpStatusCode.Created, (await Api.SendAsync("POST", deploys, """{"environment":"production"}""")).Status);
        Assert.Equal(["production"], (await Api.GetAsync(deploys)).All("environment"));
    }

    [Theory]
    [InlineData("""{"status":"resolved"}""", "resolved", "")]
    [InlineData("""{"status":"resolvedInNextRelease"}""", "resolved", "")]
    [InlineData("""{"status":"ignored"}""", "ignored", "archived_forever")]
    [InlineData("""{"status":"ignored","substatus":"archived_until_escalating"}""", "ignored", "archived_until_escalating")]
    [InlineData("""{"status":"ignored","statusDetails":{"ignoreDuration":30}}""", "ignored", "archived_until_condition_met")]
    [InlineData("""{"status":"unresolved"}""", "unresolved", "ongoing")]
    public async Task A_status_brings_its_substatus(string body, string status, string substatus)
    {
        Assert.Equal(HttpStatusCode.OK, (await Api.SendAsync("PUT", Issues + First + "/", body)).Status);

        var now = (await Api.GetAsync(Issues + First + "/")).Json;
        Assert.Equal((status, substatus), (now.GetProperty("status").GetString(), now.GetProperty("substatus").ToString()));
    }

    [Fact]
    public async Task Many_issues_are_named_or_found()
    {
        var answer = await Api.SendAsync(
            "PUT",
            $"{Issues}?id={First}&id={Second}&id=1",
            """{"status":"resolved","assignedTo":"user:280000"}"""
        );
        Assert.Equal("resolved", answer.Json.GetProperty("status").GetString());
        Assert.Equal("280000", (await Api.GetAsync(Issues + Second + "/")).Json.GetProperty("assignedTo").GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("PUT", Issues + "?id=1", """{"status":"resolved"}""")).Status);

        // Without an id, everything unresolved is changed.
        await Api.SendAsync("PUT", Issues + "?project=-1", """{"status":"resolved"}""");
        Assert.Equal("[]", (await Api.GetAsync(Issues + "?project=-1")).Text);
    }

    [Fact]
    public async Task Once_membership_is_closed_issues_go_to_teams_of_the_project_only()
    {
        await Api.SendAsync("PUT", "organizations/acme/", """{"openMembership":false}""");
        var stranger = Acme.Teams.Find(team => !Acme.Issues[0].Project.Teams.Contains(team))!;

        var answer = await Api.SendAsync("PUT", Issues + First + "/", $$"""{"assignedTo":"team:{{stranger.Id}}"}""");
        Assert.Equal("""{"assignedTo":["Cannot assign to a team without access to the project"]}""", answer.Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.SendAsync("PUT", Issues + First + "/", """{"status":"done"}""")).Status);
        Assert.Equal(
            "null",
            (await Api.SendAsync("PUT", Issues + First + "/", """{"assignedTo":""}""")).Json.GetProperty("assignedTo").GetRawText());
    }
}
