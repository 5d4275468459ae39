using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class RegionTests : SandboxTest
{
    [Fact]
    public async Task The_control_silo_lists_all_and_names_each_region()
    {
        var answer = await Api.GetAsync("organizations/");

        Assert.Equal(["acme", "globex"], answer.All("slug").Order(StringComparer.Ordinal));
        var acme = answer.Json.EnumerateArray().Single(row => row.GetProperty("slug").GetString() == "acme");
        Assert.Equal(Server.RegionUris[0], new Uri(acme.GetProperty("links").GetProperty("regionUrl").GetString()!));
        Assert.Equal(2, (await Api.GetAsync("users/me/regions/")).Json.GetProperty("regions").GetArrayLength());
    }

    [Fact]
    public async Task An_organization_is_found_by_slug_and_id_in_its_own_region_only()
    {
        using var us = As(Server.Token, Server.RegionUris[0]);
        using var de = As(Server.Token, Server.RegionUris[1]);

        Assert.Equal(HttpStatusCode.OK, (await us.GetAsync("organizations/acme/members/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await us.GetAsync($"organizations/{Acme.Id}/members/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("organizations/globex/members/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await de.GetAsync("organizations/acme/members/")).Status);
        Assert.Equal(["globex"], (await de.GetAsync("organizations/")).All("slug"));
    }

    [Theory]
    [InlineData("auth/")]
    [InlineData("users/me/regions/")]
    public async Task A_region_has_no_control_endpoints(string path)
    {
        using var us = As(Server.Token, Server.RegionUris[0]);

        Assert.Equal(HttpStatusCode.NotFound, (await us.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Not_found_is_empty_from_the_gateway_and_JSON_from_a_region()
    {
        using var us = As(Server.Token, Server.RegionUris[0]);

        Assert.Equal("", (await Api.GetAsync("organizations/nobody/members/")).Text);
        Assert.Equal("The requested resource does not exist", (await us.GetAsync("organizations/nobody/members/")).Detail);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("projects/acme/nothing/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("no/such/thing/")).Status);
    }

    [Fact]
    public async Task A_path_without_its_slash_is_not_found()
    {
        var answer = await Api.GetAsync("organizations/acme/members");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("trailing slash", answer.Text, StringComparison.Ordinal);
    }
}
