using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class AuthenticationTests : SandboxTest
{
    [Theory]
    [InlineData(null, "Authentication credentials were not provided.")]
    [InlineData("sntryu_0000", "Invalid token")]
    [InlineData("sntrys_e30=_x", "Invalid org token")]
    public async Task A_refused_caller_gets_the_reason(string? token, string why)
    {
        using var stranger = As(token);
        var answer = await stranger.GetAsync("organizations/");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(why, answer.Detail);
    }

    [Fact]
    public async Task An_expired_token_says_so()
    {
        Server.ExpireToken(Server.Token);

        Assert.Equal("Token expired", (await Api.GetAsync("organizations/acme/members/")).Detail);
    }

    [Fact]
    public async Task The_index_answers_anybody_and_shows_a_person_their_scopes()
    {
        using var stranger = As(null);

        Assert.Equal("""{"version":"0","auth":null,"user":null}""", (await stranger.GetAsync("")).Text);
        var scopes = (await Api.GetAsync("")).Json.GetProperty("auth").GetProperty("scopes");
        Assert.Contains(scopes.EnumerateArray(), scope => scope.GetString() == "org:admin");
    }

    [Theory]
    [InlineData("organizations/acme/members/", "member:read", true)]
    [InlineData("organizations/acme/members/", "member:admin", true)]
    [InlineData("organizations/acme/members/", "org:admin", false)]
    [InlineData("organizations/acme/teams/", "team:read", false)]
    [InlineData("organizations/acme/teams/", "org:read", true)]
    [InlineData("teams/acme/backend/", "team:write", true)]
    [InlineData("organizations/acme/releases/", "project:releases", true)]
    [InlineData("organizations/acme/workflows/", "alerts:write", true)]
    [InlineData("organizations/acme/workflows/", "project:admin", false)]
    [InlineData("projects/acme/search/rules/", "alerts:read", true)]
    [InlineData("projects/acme/search/", "org:admin", false)]
    public async Task One_of_the_endpoints_scopes_suffices_and_higher_ones_include_lower(string path, string scope, bool allowed)
    {
        using var limited = As(Server.CreateToken(SandboxTokenKind.User, scope));
        var answer = await limited.GetAsync(path);

        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
        if (!allowed)
        {
            Assert.Equal("You do not have permission to perform this action.", answer.Detail);
        }
    }

    [Fact]
    public async Task Without_org_read_an_organization_is_thin()
    {
        using var limited = As(Server.CreateToken(SandboxTokenKind.User, "project:read"));

        Assert.False((await limited.GetAsync("organizations/acme/")).Json.TryGetProperty("defaultRole", out _));
        Assert.True((await Api.GetAsync("organizations/acme/")).Json.TryGetProperty("defaultRole", out _));
    }

    [Fact]
    public void Tokens_look_like_those_of_Sentry()
    {
        Assert.Matches("^sntryu_[0-9a-f]{64}$", Server.Token);
        Assert.Matches("^sntrys_[^_]+_[^_]+$", Server.CreateToken(SandboxTokenKind.Organization));
        Assert.Matches("^[0-9a-f]{64}$", Server.CreateToken(SandboxTokenKind.Integration, "org:read"));
        Assert.Matches("^[0-9a-f]{64}$", Server.CreateToken(SandboxTokenKind.OAuth, "org:read"));
        Assert.Throws<ArgumentException>(() => Server.ExpireToken("nobody's"));
    }
}
