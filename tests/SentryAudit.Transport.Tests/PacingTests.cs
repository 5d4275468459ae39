using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Sandbox;
using SentryAudit.Tests;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>Against the sandbox's limiter, which counts as Sentry's does, on the same clock.</summary>
public sealed class PacingTests
{
    [Theory]
    [InlineData(40, 200)]
    [InlineData(5, 23)]
    [InlineData(1, 4)]
    public async Task Parallel_requests_stay_below_the_limit(int perSecond, int requests)
    {
        var clock = new ManualTimeProvider();
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { TimeProvider = clock, RateLimitPerSecond = perSecond }
        );
        using var line = new Line(sandbox.BaseUri, token: sandbox.Token, clock: clock, retries: 0);

        var all = Task.WhenAll(Enumerable.Range(0, requests).Select(_ => line.GetAsync(Members(line, sandbox))));
        for (var done = perSecond; done < requests; done += perSecond)
        {
            // This second's share is used to the last request, and not one more is sent until the next second.
            Assert.True(SpinWait.SpinUntil(() => line.Observer.Exchanges.Count == done, Line.Limit));
            Assert.Equal(done, sandbox.Requests.Count);
            clock.Advance(TimeSpan.FromSeconds(1.03));
        }

        await all;
        Assert.Equal(requests, sandbox.Requests.Count);
        Assert.All(sandbox.Requests, request => Assert.Equal(200, request.Status));
        Assert.All(line.Waits, wait => Assert.True(wait.IsPacing));
    }

    [Fact]
    public async Task Users_of_many_projects_side_by_side_keep_five_a_minute()
    {
        var clock = new ManualTimeProvider();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock, Projects = 17 });
        using var line = new Line(sandbox.BaseUri, token: sandbox.Token, clock: clock, retries: 0);
        var acme = sandbox.Estate.Organizations[0];

        var all = Task.WhenAll(
            acme.Projects.Select(project => line.GetAsync(line.To(EventEndpoints.ProjectUsers, acme.Slug, project.Slug))));
        for (var done = 5; done < acme.Projects.Count; done += 5)
        {
            Assert.True(SpinWait.SpinUntil(() => line.Observer.Exchanges.Count == done, Line.Limit));
            Assert.Equal(done, sandbox.Requests.Count);
            clock.Advance(TimeSpan.FromSeconds(60.03));
        }

        await all;
        Assert.Equal(17, sandbox.Requests.Count);
        Assert.All(sandbox.Requests, request => Assert.Equal(200, request.Status));
        Assert.All(line.Waits, wait => Assert.True(wait.IsPacing));
    }

    [Fact]
    public async Task Endpoints_do_not_wait_for_each_other()
    {
        var clock = new ManualTimeProvider();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock, RateLimitPerSecond = 1 });
        using var line = new Line(sandbox.BaseUri, token: sandbox.Token, clock: clock, retries: 0);

        await line.GetAsync(Members(line, sandbox));
        await line.GetAsync(line.To(TeamEndpoints.Teams, sandbox.Estate.Organizations[0].Slug));

        Assert.Empty(line.Waits);
    }

    [Fact]
    public async Task A_self_hosted_Sentry_is_not_paced()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { SelfHosted = true });
        using var line = new Line(sandbox.BaseUri, token: sandbox.Token, retries: 0);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => line.GetAsync(Members(line, sandbox))));

        Assert.Equal(100, sandbox.Requests.Count);
        Assert.Empty(line.Waits);
    }

    [Fact]
    public async Task Concurrent_limits_hold_on_the_wire()
    {
        var hold = new TaskCompletionSource();
        await using var server = new StubServer(number =>
            StubAnswer.Json("[]").With("X-Sentry-Rate-Limit-ConcurrentLimit", "2") with
            {
                Hold = number is 1 or 4 ? Task.CompletedTask : hold.Task,
            }
        );
        using var line = new Line(server.BaseUri);
        await line.GetAsync();

        var parallel = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => line.GetAsync()));
        await server.ArrivalAsync();
        await server.ArrivalAsync();
        await server.ArrivalAsync();

        // Another endpoint's answer has come and gone: anything else on its way would be here too.
        await line.GetAsync(line.To(TeamEndpoints.Teams, "acme"));
        Assert.Equal(4, server.Requests.Count);

        hold.SetResult();
        await parallel;
        Assert.Equal(8, server.Requests.Count);
    }

    private static SentryRequest Members(Line line, SandboxServer sandbox) =>
        line.To(MemberEndpoints.Members, sandbox.Estate.Organizations[0].Slug);
}
