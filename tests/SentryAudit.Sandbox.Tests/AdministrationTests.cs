using System.Net;
using System.Text.Json;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class AdministrationTests : SandboxTest
{
    [Fact]
    public async Task Integrations_of_every_status_are_listed()
    {
        var list = (await Api.GetAsync("organizations/acme/integrations/")).Json.EnumerateArray().ToList();

        Assert.All(list, row => Assert.Equal(JsonValueKind.Number, row.GetProperty("organizationId").ValueKind));
        Assert.Contains(list, row => row.GetProperty("outOfDate").ValueKind is JsonValueKind.True);
        Assert.Contains(list, row => row.GetProperty("outOfDate").ValueKind is JsonValueKind.Null);
        Assert.Contains(list, row => row.GetProperty("gracePeriodEnd").ValueKind is JsonValueKind.String);
        Assert.Contains(list, row => row.GetProperty("organizationIntegrationStatus").GetString() is "pending_deletion");
        var slack = await Api.GetAsync("organizations/acme/integrations/?providerKey=slack&includeConfig=false");
        Assert.Equal("", Assert.Single(slack.All("configData")));
    }

    [Fact]
    public async Task Custom_integrations_have_installations_and_tokens()
    {
        var apps = await Api.GetAsync("organizations/acme/sentry-apps/");
        var installations = await Api.GetAsync("organizations/acme/sentry-app-installations/");
        var tokens = await Api.GetAsync("sentry-apps/deploy-bot-acme/api-tokens/");

        Assert.Equal(["internal", "internal", "unpublished", "published"], apps.All("status"));
        Assert.Contains(apps.All("clientSecret"), secret => secret.Length == 64);
        Assert.Equal(["installed", "installed", "pending"], installations.All("status"));
        Assert.Equal(["ci", ""], tokens.All("name"));
        Assert.Contains("", tokens.All("expiresAt"));
        Assert.False(tokens.Json[0].TryGetProperty("token", out _));
        Assert.Equal("[]", (await Api.GetAsync("sentry-apps/all-powerful-acme/api-tokens/")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await Api.GetAsync("sentry-apps/widgets-acme/api-tokens/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("sentry-apps/nothing/api-tokens/")).Status);
    }

    [Fact]
    public async Task Requests_for_membership_are_not_in_the_member_list()
    {
        var requests = await Api.GetAsync("organizations/acme/invite-requests/");
        var members = await Api.GetAsync("organizations/acme/members/");

        Assert.Equal(["requested_to_be_invited", "requested_to_join"], requests.All("inviteStatus"));
        Assert.Contains("", requests.All("inviterName"));
        Assert.Empty(requests.All("id").Intersect(members.All("id"), StringComparer.Ordinal));
        Assert.Equal("[]", (await Api.GetAsync("organizations/globex/invite-requests/")).Text);
    }

    [Fact]
    public async Task Requests_for_teams_name_member_team_and_perhaps_a_requester()
    {
        var requests = await Api.GetAsync("organizations/acme/access-requests/");

        Assert.Null(requests.Header("Link"));
        Assert.Equal(2, requests.Json.GetArrayLength());
        Assert.Contains("", requests.All("requester"));
        Assert.False(string.IsNullOrEmpty(requests.Json[0].GetProperty("team").GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task A_sign_in_provider_is_snake_case_or_no_content()
    {
        var okta = await Api.GetAsync("organizations/acme/auth-provider/");
        var none = await Api.GetAsync("organizations/globex/auth-provider/");

        Assert.Equal("okta", okta.Json.GetProperty("provider_name").GetString());
        Assert.True(okta.Json.GetProperty("scim_enabled").GetBoolean());
        Assert.Equal((HttpStatusCode.NoContent, ""), (none.Status, none.Text));
    }

    [Fact]
    public async Task A_subscription_counts_seats()
    {
        var acme = (await Api.GetAsync("customers/acme/")).Json;

        var restricted = Acme.Members.Count(member => member.MemberLimitRestricted);
        Assert.Equal(Acme.Members.Count - restricted, acme.GetProperty("usedLicenses").GetInt32());
        Assert.Equal(acme.GetProperty("usedLicenses").GetInt32(), acme.GetProperty("totalLicenses").GetInt32());
        Assert.True(acme.GetProperty("isOverMemberLimit").GetBoolean());
        Assert.Equal("Business", acme.GetProperty("planDetails").GetProperty("name").GetString());
        Assert.True((await Api.GetAsync("customers/globex/")).Json.GetProperty("isFree").GetBoolean());
    }

    [Fact]
    public async Task A_self_hosted_server_has_no_subscription()
    {
        await using var own = await SandboxServer.StartAsync(new() { SelfHosted = true });
        using var api = As(own.Token, own.BaseUri);

        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("customers/acme/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("organizations/acme/audit-logs/")).Status);
    }

    [Theory]
    [InlineData("organizations/acme/integrations/")]
    [InlineData("organizations/acme/sentry-apps/")]
    [InlineData("organizations/acme/sentry-app-installations/")]
    [InlineData("organizations/acme/audit-logs/")]
    [InlineData("sentry-apps/deploy-bot-acme/api-tokens/")]
    public async Task Regions_have_none_of_what_the_control_silo_keeps(string path)
    {
        using var us = As(Server.Token, Server.RegionUris[0]);

        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await us.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("organizations/acme/invite-requests/")]
    [InlineData("organizations/acme/auth-provider/")]
    [InlineData("organizations/acme/stats_v2/?field=sum(quantity)&category=error&statsPeriod=1d")]
    [InlineData("organizations/acme/issues/")]
    [InlineData("projects/acme/gateway/events/")]
    [InlineData("customers/acme/")]
    public async Task Both_hosts_answer_for_what_a_region_keeps(string path)
    {
        using var us = As(Server.Token, Server.RegionUris[0]);

        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await us.GetAsync(path)).Status);
    }
}
