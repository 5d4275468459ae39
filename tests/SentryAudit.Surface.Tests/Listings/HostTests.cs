using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Which host is asked: the base host for control endpoints, an organization's region for the rest.</summary>
public sealed class HostTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly string[] Control =
    [
        "",
        "organizations/",
        "organizations/{org}/integrations/",
        "organizations/{org}/sentry-apps/",
        "organizations/{org}/audit-logs/",
        "sentry-apps/{app}/api-tokens/",
    ];

    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void Requests_go_to_the_host_they_belong_to(string cmdlet)
    {
        CmdletRunner.Run(Listing.Of(cmdlet).Create(Connection)).ShouldSucceed();

        Assert.NotEmpty(Server.Requests);
        Assert.All(Server.Requests, request =>
            Assert.Equal(
                Control.Contains(request.Endpoint, StringComparer.Ordinal) ? Server.BaseUri.Port : Server.RegionUris[0].Port,
                request.Port));
    }

    [Fact]
    public void The_second_organization_is_asked_for_in_its_own_region()
    {
        var run = CmdletRunner.Run(new Commands.Team.GetSentryTeamCommand { Connection = Connection });

        run.ShouldSucceed();
        Assert.Equal(
            Server.RegionUris.Select(uri => uri.Port).Order(),
            Server.Requests.To("organizations/{org}/teams/").Select(request => request.Port).Distinct().Order());
    }

    [Fact]
    public async Task The_host_in_a_Link_header_is_ignored()
    {
        // The sandbox writes the region's host into Link headers; a listing at the base host must stay there.
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Organizations = 120 });
        var connection = await server.ConnectAsync();

        CmdletRunner.Run(Listing.Of("Get-SentryOrganization").Create(connection)).ShouldSucceed();

        Assert.All(server.Requests, request => Assert.Equal(server.BaseUri.Port, request.Port));
    }

    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public async Task An_integration_token_works_inside_its_organization(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);
        var token = Server.CreateToken(
            SandboxTokenKind.Integration,
            "org:write",
            "member:read",
            "team:read",
            "project:read",
            "event:read",
            "alerts:read");
        var run = CmdletRunner.Run(listing.Create(await Server.ConnectAsync(token, organization: "acme")));

        run.ShouldSucceed();
        Assert.Equal(cmdlet == "Get-SentryOrganization" ? 1 : listing.Total(Server.Estate), run.Output.Count);
    }

    [Fact]
    public async Task An_integration_token_elsewhere_is_a_clear_error()
    {
        var token = Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read");
        var connection = await Server.ConnectAsync(token, organization: "acme");

        var run = CmdletRunner.Run(new Commands.Member.GetSentryMemberCommand { Connection = connection, Organization = [new("globex")] });

        var error = Assert.Single(run.AllErrors());
        Assert.Empty(run.Output);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Contains("globex", $"{error.Message} {error.RecommendedAction}", StringComparison.Ordinal);
    }
}
