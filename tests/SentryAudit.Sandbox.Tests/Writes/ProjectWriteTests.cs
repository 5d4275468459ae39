using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Writes;

public sealed class ProjectWriteTests : SandboxTest
{
    [Fact]
    public async Task A_project_is_made_with_a_key_and_detectors()
    {
        var made = await Api.SendAsync("POST", "teams/acme/mobile/projects/", """{"name":"Watch app","platform":"apple-watchos"}""");

        Assert.Equal((HttpStatusCode.Created, "watch-app"), (made.Status, made.Json.GetProperty("slug").GetString()));
        Assert.Single((await Api.GetAsync("projects/acme/watch-app/keys/")).Json.EnumerateArray());
        Assert.Equal(2, (await Api.GetAsync("organizations/acme/detectors/?project=" + made.Json.GetProperty("id"))).Json.GetArrayLength());
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await Api.SendAsync("POST", "teams/acme/mobile/projects/", """{"name":"x","slug":"watch-app"}""")).Status);
        Assert.Equal("""{"name":["This field is required."]}""", (await Api.SendAsync("POST", "teams/acme/mobile/projects/", "{}")).Text);
    }

    [Fact]
    public async Task A_project_that_moved_redirects()
    {
        var taken = await Api.SendAsync("PUT", "projects/acme/search/", """{"slug":"gateway"}""");
        Assert.Equal("""{"slug":["Another project (Gateway) is already using that slug"]}""", taken.Text);
        await Api.SendAsync("PUT", "projects/acme/search/", """{"slug":"find","platform":"","subjectPrefix":"[x]"}""");

        var old = await Api.GetAsync("projects/acme/search/keys/?status=active");
        Assert.Equal((HttpStatusCode.Found, "/api/0/projects/acme/find/keys/?status=active"), (old.Status, old.Header("Location")));
        var now = (await Api.GetAsync("projects/acme/find/")).Json;
        Assert.Equal(("java-spring-boot", "[x]"), (now.GetProperty("platform").GetString(), now.GetProperty("subjectPrefix").GetString()));
        var entry = (await Api.GetAsync("organizations/acme/audit-logs/")).Json.GetProperty("rows")[0];
        Assert.Equal("""{"old_slug":"search","new_slug":"find"}""", entry.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_member_who_only_reads_may_set_a_bookmark_and_nothing_else()
    {
        using var reader = As(Server.CreateToken(SandboxTokenKind.User, "project:read"));

        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync("PUT", "projects/acme/search/", """{"isBookmarked":true}""")).Status);
        Assert.Equal("search", (await Api.GetAsync("organizations/acme/projects/")).All("slug")[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.SendAsync("PUT", "projects/acme/search/", """{"name":"x"}""")).Status);
    }

    [Fact]
    public async Task A_deleted_project_is_in_no_list_at_once()
    {
        var project = Acme.Projects[0];
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", "projects/acme/web-frontend/")).Status);

        Assert.Equal("pending_deletion", project.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.SendAsync("DELETE", "projects/acme/web-frontend/")).Status);
        string[] lists =
        [
            "projects/",
            "project-keys/",
            "detectors/?project=-1",
            "monitors/?project=-1",
            "issues/?project=-1&query=",
            "alert-rules/?project=-1",
        ];
        foreach (var list in lists)
        {
            Assert.DoesNotContain("\"web-frontend\"", (await Api.GetAsync("organizations/acme/" + list)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Teams_are_added_and_removed()
    {
        Assert.Equal(HttpStatusCode.Created, (await Api.SendAsync("POST", "projects/acme/search/teams/mobile/")).Status);
        Assert.Contains("search", (await Api.GetAsync("teams/acme/mobile/projects/")).All("slug"));
        Assert.Equal(HttpStatusCode.OK, (await Api.SendAsync("DELETE", "projects/acme/search/teams/mobile/")).Status);
        Assert.DoesNotContain("search", (await Api.GetAsync("teams/acme/mobile/projects/")).All("slug"));
        Assert.Equal("Team does not exist.", (await Api.SendAsync("POST", "projects/acme/search/teams/nobody/")).Detail);
    }

    [Fact]
    public async Task Keys_are_made_switched_off_limited_and_deleted()
    {
        var key =
            "projects/acme/search/keys/"
            + (await Api.SendAsync("POST", "projects/acme/search/keys/", """{"name":"ci"}""")).Json.GetProperty("id")
            + "/";

        await Api.SendAsync("PUT", key, """{"isActive":false,"rateLimit":{"count":10,"window":60}}""");
        var now = (await Api.GetAsync(key)).Json;
        Assert.Equal(("ci", false), (now.GetProperty("name").GetString(), now.GetProperty("isActive").GetBoolean()));
        Assert.Equal("""{"window":60,"count":10}""", now.GetProperty("rateLimit").GetRawText());
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.SendAsync("PUT", key, """{"rateLimit":{"count":1,"window":86401}}""")).Status);
        Assert.Equal("null", (await Api.SendAsync("PUT", key, """{"rateLimit":null}""")).Json.GetProperty("rateLimit").GetRawText());
        Assert.Equal(HttpStatusCode.NoContent, (await Api.SendAsync("DELETE", key)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync(key)).Status);
    }
}
