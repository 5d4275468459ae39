using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class SelfHostedTests : SandboxTest
{
    protected override SandboxOptions Options => new() { SelfHosted = true, LegacyAlertsOnly = true, RateLimitPerSecond = 1 };

    [Fact]
    public async Task There_is_one_host_and_it_is_every_region()
    {
        Assert.Empty(Server.RegionUris);
        var region = (await Api.GetAsync("users/me/regions/")).Json.GetProperty("regions")[0];
        Assert.Equal("--monolith--", region.GetProperty("name").GetString());
        Assert.Equal(Server.BaseUri, new Uri(region.GetProperty("url").GetString()!));
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("organizations/globex/members/")).Status);
    }

    [Fact]
    public async Task There_are_no_limits_and_no_headers_of_limits()
    {
        for (var request = 0; request < 3; request++)
        {
            var answer = await Api.GetAsync("organizations/acme/members/");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Null(answer.Header("X-Sentry-Rate-Limit-Limit"));
        }
    }

    [Fact]
    public async Task An_old_server_has_rules_but_no_workflows_and_deprecates_nothing()
    {
        var rules = await Api.GetAsync("projects/acme/web-frontend/rules/");

        Assert.NotEmpty(rules.All("id"));
        Assert.Null(rules.Header("X-Sentry-Deprecation-Date"));
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("organizations/acme/workflows/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("organizations/acme/detectors/")).Status);
    }
}
