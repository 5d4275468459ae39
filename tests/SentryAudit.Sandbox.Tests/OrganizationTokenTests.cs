using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class OrganizationTokenTests : SandboxTest
{
    [Theory]
    [InlineData("organizations/acme/releases/", HttpStatusCode.OK)]
    [InlineData("organizations/acme/repos/", HttpStatusCode.OK)]
    [InlineData("organizations/acme/members/", HttpStatusCode.Forbidden)]
    [InlineData("organizations/acme/projects/", HttpStatusCode.Forbidden)]
    public async Task An_organization_token_can_only_do_what_CI_needs(string path, HttpStatusCode status)
    {
        using var ci = As(Server.CreateToken(SandboxTokenKind.Organization, "member:read", "org:admin"));

        Assert.Equal(status, (await ci.GetAsync(path)).Status);
    }

    [Fact]
    public void An_organization_token_carries_where_it_belongs()
    {
        var payload = JsonElement.Parse(Convert.FromBase64String(Server.CreateToken(SandboxTokenKind.Organization).Split('_')[1]));

        Assert.Equal("acme", payload.GetProperty("org").GetString());
        Assert.Equal(Server.BaseUri, new Uri(payload.GetProperty("url").GetString()!));
        Assert.Equal(Server.RegionUris[0], new Uri(payload.GetProperty("region_url").GetString()!));
    }

    [Theory]
    [InlineData("auth/", "This token access is limited to organization endpoints.")]
    [InlineData("users/me/regions/", "This token access is limited to organization endpoints.")]
    [InlineData("organizations/globex/members/", "Unauthorized organization access.")]
    public async Task An_integration_stays_inside_its_organization(string path, string why)
    {
        using var integration = As(Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read"));
        var answer = await integration.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(why, answer.Detail);
    }

    [Fact]
    public async Task An_integration_is_told_no_organization_and_finds_no_single_member()
    {
        using var integration = As(Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read"));

        var listed = await integration.GetAsync("organizations/");
        Assert.Equal(HttpStatusCode.OK, listed.Status);
        Assert.Empty(listed.All("slug"));
        Assert.Equal(HttpStatusCode.OK, (await integration.GetAsync("organizations/acme/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await integration.GetAsync("organizations/acme/members/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await integration.GetAsync("organizations/acme/members/1001/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await integration.GetAsync("organizations/acme/members/me/")).Status);
    }

    [Fact]
    public async Task The_index_tells_an_integration_by_a_user_without_an_address_and_an_organization_token_by_none()
    {
        using var integration = As(Server.CreateToken(SandboxTokenKind.Integration, "org:read"));
        using var ci = As(Server.CreateToken(SandboxTokenKind.Organization));

        var (proxy, nobody) = (await integration.GetAsync(""), await ci.GetAsync(""));

        Assert.Equal("", proxy.Json.GetProperty("user").GetProperty("email").GetString());
        Assert.Equal(JsonValueKind.Null, nobody.Json.GetProperty("user").ValueKind);
        Assert.Equal("org:ci", Assert.Single(nobody.Json.GetProperty("auth").GetProperty("scopes").EnumerateArray()).GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await ci.GetAsync("organizations/")).Status);
    }
}
