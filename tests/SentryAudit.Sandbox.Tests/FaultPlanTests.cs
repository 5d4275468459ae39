using System.Net;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests;

public sealed class FaultPlanTests : SandboxTest
{
    [Fact]
    public async Task A_rule_skips_and_strikes_and_stops_as_planned()
    {
        var rule = Server.Faults.On("organizations/{org}/members/", Fault.Empty(502), skip: 1, times: 2);
        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < 4; request++)
        {
            statuses.Add((await Api.GetAsync("organizations/acme/members/")).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.OK], statuses);
        Assert.Equal((4, 2), (rule.Seen, rule.Applied));
    }

    [Fact]
    public async Task A_rule_strikes_its_endpoint_only_whatever_its_placeholders_are_called()
    {
        Server.Faults.On("/api/0/organizations/{organization_id_or_slug}/members/", Fault.Empty(500));

        Assert.Equal(HttpStatusCode.InternalServerError, (await Api.GetAsync("organizations/acme/members/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("organizations/acme/members/1001/")).Status);
    }

    [Fact]
    public async Task A_star_strikes_all_and_clearing_ends_it()
    {
        Server.Faults.On("*", Fault.Empty(500));
        Assert.Equal(HttpStatusCode.InternalServerError, (await Api.GetAsync("organizations/acme/")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await Api.GetAsync("no/such/thing/")).Status);

        Server.Faults.Clear();
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("organizations/acme/")).Status);
    }

    [Fact]
    public void An_endpoint_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentException>(() => Server.Faults.On("organizations/{org}/membres/", Fault.Reset()));
}
