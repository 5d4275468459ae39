using System.Net;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Endpoints;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Writes;

/// <summary>Who may write, what the log keeps of it, and what a client cannot know when the answer is lost.</summary>
public sealed class WriteAccessTests : SandboxTest
{
    private const string Team = "PUT teams/{org}/{team}/";

    public static TheoryData<string> Writes => new(EndpointTable.All
        .Where(endpoint => endpoint.Method is not "GET")
        .Select(endpoint => $"{endpoint.Method} {endpoint.Template}"));

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_needs_a_scope_of_its_own(string write)
    {
        var endpoint = EndpointTable.All.Single(candidate => $"{candidate.Method} {candidate.Template}" == write);
        var path = endpoint.Template.Replace("{org}", "acme", StringComparison.Ordinal).Replace('{', 'x').Replace('}', 'x');
        using var refused = As(
            Server.CreateToken(SandboxTokenKind.User, [.. Scopes.All.Where(scope => !Scopes.Expand([scope]).Overlaps(endpoint.Scopes))]));
        using var anonymous = As(null);

        Assert.Equal(HttpStatusCode.Forbidden, (await refused.SendAsync(endpoint.Method, path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.SendAsync(endpoint.Method, path)).Status);
        Assert.Equal(write, $"{Server.Requests.Last().Method} {Server.Requests.Last().Endpoint}");
    }

    [Fact]
    public async Task The_log_keeps_what_was_sent()
    {
        await Api.SendAsync("PUT", "teams/acme/mobile/", """{"slug":"apps"}""");

        Assert.Equal("""{"slug":"apps"}""", Server.Requests.To(Team).Single().Body);
        Assert.Empty(Server.Requests.To("GET teams/{org}/{team}/"));
    }

    [Fact]
    public async Task What_is_not_JSON_is_415()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Server.BaseUri, "api/0/teams/acme/mobile/"))
        {
            Content = new StringContent("slug=x"),
        };
        request.Headers.Authorization = new("Bearer", Server.Token);

        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_lost_answer_took_effect_and_the_read_after_it_passes()
    {
        var fault = Server.Faults.On(Team, Fault.LostAnswer());

        await Assert.ThrowsAsync<HttpRequestException>(() => Api.SendAsync("PUT", "teams/acme/mobile/", """{"slug":"apps"}"""));
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("teams/acme/apps/")).Status);
        Assert.Equal(1, fault.Seen);
    }

    [Fact]
    public async Task A_client_that_gives_up_or_meets_a_gateway_finds_it_done()
    {
        Server.Faults.On(Team, Fault.LostAnswer(504), times: 1);
        Server.Faults.On(Team, Fault.LostAnswer(TimeSpan.FromHours(1)), skip: 1);

        Assert.Equal(HttpStatusCode.GatewayTimeout, (await Api.SendAsync("PUT", "teams/acme/mobile/", """{"slug":"apps"}""")).Status);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Api.SendAsync("PUT", "teams/acme/apps/", """{"slug":"phones"}""", impatient.Token));
        Assert.Equal(HttpStatusCode.OK, (await Api.GetAsync("teams/acme/phones/")).Status);
    }

    [Fact]
    public async Task A_reset_or_a_refusal_took_no_effect()
    {
        Server.Faults.On(Team, Fault.Reset(), times: 1);
        Server.Faults.On(Team, Fault.Empty(503), skip: 1);

        await Assert.ThrowsAsync<HttpRequestException>(() => Api.SendAsync("PUT", "teams/acme/mobile/", """{"slug":"apps"}"""));
        await Api.SendAsync("PUT", "teams/acme/mobile/", """{"slug":"apps"}""");
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("teams/acme/apps/")).Status);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(number => Api.SendAsync("POST", "organizations/acme/teams/", $$"""{"slug":"team-{{number}}"}"""))
        );

        Assert.Equal(45, (await Api.GetAsync("organizations/acme/teams/")).Json.GetArrayLength());
        Assert.Equal(40, Acme.AuditLog.Count(entry => entry.Note.StartsWith("created team team-", StringComparison.Ordinal)));
    }
}
