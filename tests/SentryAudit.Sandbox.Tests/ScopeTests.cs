using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class ScopeTests : SandboxTest
{
    [Theory]
    [InlineData("organizations/acme/stats_v2/?field=sum(quantity)&category=error&statsPeriod=1d", "org:read", "project:admin")]
    [InlineData("organizations/acme/stats-summary/?field=sum(quantity)&category=error&statsPeriod=1d", "org:read", "event:admin")]
    [InlineData("projects/acme/gateway/stats/", "project:read", "org:read")]
    [InlineData("teams/acme/backend/stats/", "team:read", "org:read")]
    [InlineData("organizations/acme/issues/", "event:read", "org:admin")]
    [InlineData("projects/acme/gateway/issues/", "event:read", "project:admin")]
    [InlineData("projects/acme/gateway/events/", "project:read", "event:admin")]
    [InlineData("projects/acme/gateway/users/", "project:read", "event:admin")]
    [InlineData("projects/acme/gateway/user-feedback/", "project:read", "event:admin")]
    [InlineData("organizations/acme/integrations/", "org:integrations", "project:admin")]
    [InlineData("organizations/acme/sentry-apps/", "org:read", "org:integrations")]
    [InlineData("organizations/acme/sentry-app-installations/", "org:integrations", "project:admin")]
    [InlineData("sentry-apps/deploy-bot-acme/api-tokens/", "org:write", "org:read")]
    [InlineData("organizations/acme/invite-requests/", "member:read", "org:admin")]
    [InlineData("organizations/acme/access-requests/", "team:read", "event:read")]
    [InlineData("organizations/acme/auth-provider/", "org:read", "member:admin")]
    [InlineData("customers/acme/", "org:read", "member:admin")]
    public async Task One_scope_opens_and_another_does_not(string path, string opens, string shuts)
    {
        using var allowed = As(Server.CreateToken(SandboxTokenKind.User, opens));
        using var refused = As(Server.CreateToken(SandboxTokenKind.User, shuts));

        Assert.Equal(HttpStatusCode.OK, (await allowed.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await refused.GetAsync(path)).Status);
    }
}
