using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Sandbox;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class DeprecationTests : IAsyncLifetime, IDisposable
{
    private const string Members = "organizations/{org}/members/";
    private SandboxServer _sandbox = null!;
    private Line _line = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false });
        _line = new Line(_sandbox.BaseUri, token: _sandbox.Token);
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task A_brownout_is_waited_out()
    {
        _sandbox.Faults.On(Members, Fault.BrownOut(), times: 5);

        var answer = await _line.GetAsync(MembersOf(0));

        Assert.NotEmpty(answer.Value!);
        Assert.Equal(5, _line.Waits.Count);
        Assert.All(_line.Waits, wait => Assert.Equal(
            (TimeSpan.FromSeconds(30), "Sentry has switched off a deprecated endpoint for a while"), (wait.Delay, wait.Reason)));
    }

    [Fact]
    public async Task A_brownout_that_goes_on_is_an_error_that_says_so()
    {
        _sandbox.Faults.On(Members, Fault.BrownOut());

        var fault = await _line.FailAsync(MembersOf(0));

        Assert.Equal(("SentryBrownout", SentryErrorCategory.ResourceUnavailable), (fault.ErrorId, fault.Category));
        Assert.Equal(6, _sandbox.Requests.Count);
    }

    [Fact]
    public async Task Gone_without_a_date_is_gone()
    {
        _sandbox.Faults.On(Members, Fault.Status(410, """{"message":"This API no longer exists."}"""));

        Assert.Equal("SentryGone", (await _line.FailAsync(MembersOf(0))).ErrorId);
        Assert.Single(_sandbox.Requests);
    }

    [Fact]
    public async Task A_brownout_is_not_waited_out_for_a_POST()
    {
        await using var server = new StubServer(StubAnswer.Empty(410).With("X-Sentry-Deprecation-Date", "2026-05-15"));
        using var line = new Line(server.BaseUri);

        Assert.Equal("SentryBrownout", (await line.FailAsync(line.Members() with { Method = HttpMethod.Post })).ErrorId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_deprecation_is_reported_once_per_endpoint()
    {
        var date = new DateTimeOffset(2027, 1, 2, 0, 0, 0, TimeSpan.Zero);
        _sandbox.Faults.On(Members, Fault.Deprecated(date, "people-index"));
        _sandbox.Faults.On("organizations/{org}/teams/", Fault.Deprecated(date, "team-index"));

        await _line.GetAsync(MembersOf(0));
        await _line.GetAsync(MembersOf(1));
        await _line.GetAsync(_line.To(TeamEndpoints.Teams, Slug(0)));
        await _line.GetAsync(_line.To(ProjectEndpoints.Projects, Slug(0)));

        Assert.Equal(2, _line.Observer.Deprecations.Count);
        Assert.Equal(
            new DeprecationNotice("GET organizations/{org}/members/", "2027-01-02T00:00:00+00:00", "people-index"),
            _line.Observer.Deprecations.First());
    }

    [Fact]
    public async Task A_brownout_is_a_deprecation_too()
    {
        _sandbox.Faults.On(Members, Fault.BrownOut());

        await _line.FailAsync(MembersOf(0));

        Assert.Single(_line.Observer.Deprecations);
    }

    private SentryRequest MembersOf(int organization) => _line.To(MemberEndpoints.Members, Slug(organization));

    private string Slug(int organization) => _sandbox.Estate.Organizations[organization].Slug;
}
