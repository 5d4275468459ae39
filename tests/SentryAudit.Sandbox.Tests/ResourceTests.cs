using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class ResourceTests : SandboxTest
{
    [Fact]
    public async Task Keys_come_with_secrets_limits_and_numbers_for_projects()
    {
        var all = await Api.GetAsync("organizations/acme/project-keys/");
        var keys = all.Json.EnumerateArray().ToList();

        Assert.All(keys, key => Assert.Equal(JsonValueKind.Number, key.GetProperty("projectId").ValueKind));
        Assert.All(keys, key => Assert.Contains(
            key.GetProperty("secret").GetString()!, key.GetProperty("dsn").GetProperty("secret").GetString(), StringComparison.Ordinal));
        Assert.Contains(keys, key => key.GetProperty("rateLimit").ValueKind is JsonValueKind.Null);
        var active = keys.Where(key => key.GetProperty("isActive").GetBoolean());
        Assert.Contains(active, key => key.GetProperty("rateLimit").ValueKind is JsonValueKind.Object);
        Assert.Contains(keys, key => !key.GetProperty("isActive").GetBoolean());
        Assert.Contains(keys, key => key.GetProperty("dateCreated").ValueKind is JsonValueKind.Null);
        var ofProject = await Api.GetAsync("projects/acme/payments-api/keys/?status=inactive");
        Assert.Equal("Old loader", Assert.Single(ofProject.All("label")));
        var ofTeam = await Api.GetAsync("organizations/acme/project-keys/?team=backend");
        Assert.InRange(ofTeam.Json.GetArrayLength(), 1, keys.Count - 1);
    }

    [Theory]
    [InlineData("", 7)]
    [InlineData("?status=", 11)]
    [InlineData("?status=deleted", 4)]
    [InlineData("?status=pending_deletion", 1)]
    [InlineData("?integration_id=2933", 6)]
    [InlineData("?query=gateway", 1)]
    public async Task Repositories_are_active_unless_asked_otherwise(string query, int expected) =>
        Assert.Equal(expected, (await Api.GetAsync("organizations/acme/repos/" + query)).Json.GetArrayLength());

    [Fact]
    public async Task Repositories_show_settings_when_asked()
    {
        var plain = await Api.GetAsync("organizations/acme/repos/");
        var full = await Api.GetAsync("organizations/acme/repos/?expand=settings");

        Assert.False(plain.Json[0].TryGetProperty("settings", out _));
        Assert.Contains("", full.All("settings"));
    }

    [Fact]
    public async Task Cron_monitors_of_every_kind_are_listed_and_filtered()
    {
        var all = (await Api.GetAsync("organizations/acme/monitors/?project=-1")).Json.EnumerateArray().ToList();

        Assert.Contains(all, row => row.GetProperty("config").GetProperty("schedule").ValueKind is JsonValueKind.Array);
        Assert.Contains(all, row => row.GetProperty("config").GetProperty("timezone").ValueKind is JsonValueKind.Null);
        Assert.Contains(all, row => row.GetProperty("environments").GetArrayLength() == 0);
        Assert.Contains(all, row => row.GetProperty("status").GetString() is "disabled");
        var environments = all.SelectMany(row => row.GetProperty("environments").EnumerateArray()).ToList();
        Assert.Contains(environments, row => row.GetProperty("lastCheckIn").ValueKind is JsonValueKind.Null);
        Assert.Contains(environments, row => row.GetProperty("activeIncident").ValueKind is JsonValueKind.Object);

        Assert.Equal(1, await CountAsync("organizations/acme/monitors/?project=-1&environment=staging"));
        Assert.Equal(3, await CountAsync("organizations/acme/monitors/?project=-1&owner=unassigned"));
        Assert.Equal(1, await CountAsync($"organizations/acme/monitors/?project=-1&owner=team:{Acme.Teams[0].Id}"));
    }

    [Fact]
    public async Task Deploys_are_newest_first_and_paged()
    {
        var release = Acme.Releases.First(candidate => candidate.Deploys.Count > 1);
        var path = $"organizations/acme/releases/{Uri.EscapeDataString(release.Version)}/deploys/";
        var all = await Api.GetAsync(path);
        var second = await Api.GetAsync(path + "?per_page=1&cursor=1:1:0");

        Assert.Equal(all.All("dateFinished").OrderDescending(StringComparer.Ordinal), all.All("dateFinished"));
        Assert.Equal(all.All("id")[1], Assert.Single(second.All("id")));
        Assert.Contains(Acme.Releases.SelectMany(row => row.Deploys), deploy => deploy.Name is not null);
        Assert.Contains(Acme.Releases.SelectMany(row => row.Deploys), deploy => deploy.DateStarted is null);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("organizations/acme/releases/none/deploys/")).Status);
    }

    [Theory]
    [InlineData("organizations/acme/environments/?project=-1", 3)]
    [InlineData("organizations/acme/environments/?visibility=hidden", 1)]
    [InlineData("organizations/acme/environments/?project=-1&visibility=all", 4)]
    [InlineData("organizations/acme/environments/", 1)]
    [InlineData("projects/acme/web-frontend/environments/", 1)]
    [InlineData("projects/acme/web-frontend/environments/?visibility=all", 2)]
    public async Task Hidden_environments_are_listed_on_request(string path, int expected) =>
        Assert.Equal(expected, await CountAsync(path));

    [Fact]
    public async Task An_unknown_visibility_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Api.GetAsync("organizations/acme/environments/?visibility=some")).Status);

    [Fact]
    public async Task Roles_say_what_they_grant_and_which_is_retired()
    {
        var organization = (await Api.GetAsync("organizations/acme/?detailed=0")).Json;
        var roles = organization.GetProperty("orgRoleList").EnumerateArray()
            .ToDictionary(role => role.GetProperty("id").GetString()!, StringComparer.Ordinal);
        var teamRoles = organization.GetProperty("teamRoleList").EnumerateArray().ToList();

        Assert.Equal(["billing", "member", "admin", "manager", "owner"], roles.Keys);
        Assert.True(roles["admin"].GetProperty("isRetired").GetBoolean());
        Assert.True(roles["owner"].GetProperty("is_global").GetBoolean() && roles["manager"].GetProperty("isGlobal").GetBoolean());
        Assert.False(roles["member"].GetProperty("isGlobal").GetBoolean());
        Assert.False(roles["billing"].GetProperty("isTeamRolesAllowed").GetBoolean());
        Assert.Equal("admin", roles["owner"].GetProperty("minimumTeamRole").GetString());
        Assert.Equal("contributor", roles["member"].GetProperty("minimumTeamRole").GetString());
        Assert.Contains("team:read", roles["member"].GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal(["contributor", "admin"], teamRoles.Select(role => role.GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Null, teamRoles[0].GetProperty("isMinimumRoleFor").ValueKind);
    }

    [Fact]
    public async Task Projects_agree_with_their_counts()
    {
        var projects = await Api.GetAsync("organizations/acme/projects/");
        var counted = await Api.GetAsync(
            "organizations/acme/stats_v2/?project=-1&field=sum(quantity)&category=replay&groupBy=project&interval=1d");
        Assert.Equal(
            projects.Json.EnumerateArray()
                .Where(row => row.GetProperty("hasReplays").GetBoolean())
                .Select(row => row.GetProperty("id").GetString()),
            counted.Json.GetProperty("groups").EnumerateArray().Select(row => row.GetProperty("by").GetProperty("project").ToString()));
    }

    private async Task<int> CountAsync(string path) => (await Api.GetAsync(path)).Json.GetArrayLength();
}
