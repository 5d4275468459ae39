using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Http;

public sealed class SentryScopesTests
{
    [Theory]
    [InlineData("org:read", "org:read", true)]
    [InlineData("org:write", "org:read", true)]
    [InlineData("org:admin", "org:read", true)]
    [InlineData("org:admin", "org:write", true)]
    [InlineData("org:read", "org:write", false)]
    [InlineData("org:write", "org:admin", false)]
    [InlineData("org:admin", "member:read", false)]
    [InlineData("alerts:write", "alerts:read", true)]
    [InlineData("event:admin", "event:write", true)]
    [InlineData("org:admin", "org:integrations", true)]
    [InlineData("org:write", "org:integrations", false)]
    [InlineData("org:integrations", "org:read", false)]
    [InlineData("member:write", "member:invite", true)]
    [InlineData("member:admin", "member:invite", true)]
    [InlineData("member:read", "member:invite", false)]
    [InlineData("member:invite", "member:read", false)]
    [InlineData("project:admin", "project:releases", false)]
    [InlineData("project:releases", "project:releases", true)]
    [InlineData("project:releases", "project:read", false)]
    [InlineData("org:admin", "org:ci", false)]
    [InlineData("org:ci", "org:read", false)]
    [InlineData("organization:read", "org:read", false)]
    [InlineData("ORG:READ", "org:read", false)]
    [InlineData("openid", "openid", true)]
    [InlineData("openid", "org:read", false)]
    public void One_scope_includes_another(string held, string needed, bool granted) =>
        Assert.Equal(granted, SentryScopes.Grants([held], needed));

    [Fact]
    public void Any_scope_held_may_grant_it()
    {
        Assert.True(SentryScopes.Grants(["org:ci", "team:admin", "org:read"], "team:write"));
        Assert.False(SentryScopes.Grants([], "org:read"));
    }
}
