using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>When a session is renewed, how often, and what happens when it can't be.</summary>
public sealed class RenewingTokenTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly SessionFolder _folder = new();

    [Theory]
    [InlineData(3600, 3299, 0)]
    [InlineData(3600, 3301, 1)]
    [InlineData(10, 8, 0)] // a short life: a tenth of it is left
    [InlineData(10, 9.5, 1)]
    public async Task It_is_renewed_some_minutes_before_it_expires(int life, double age, int renewals)
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        using var token = Token(site, life: TimeSpan.FromSeconds(life));
        site.Clock.Advance(TimeSpan.FromSeconds(age));

        var sent = await token.GetAsync(site.Observer, default);

        Assert.Equal(renewals == 0 ? "access-1" : "access-2", sent.Reveal());
        Assert.Equal(renewals, site.TokenRequests.Count);
    }

    [Fact]
    public async Task A_renewal_names_no_scope_and_its_pair_is_used_from_then_on()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"), OAuthSite.Grant("3"));
        using var token = Token(site);
        site.Clock.Advance(Hour);
        await token.GetAsync(site.Observer, default);
        Assert.Equal(site.Clock.GetUtcNow() + Hour, token.ExpiresAt);
        site.Clock.Advance(Hour);

        Assert.Equal("access-3", (await token.GetAsync(site.Observer, default)).Reveal());

        Assert.Equal(["refresh-1", "refresh-2"], site.TokenRequests.Select(request => OAuthSite.Field(request, "refresh_token")));
        Assert.All(site.TokenRequests, request => Assert.DoesNotContain(request.Form!, field => field.Name == "scope"));
    }

    [Fact]
    public async Task Many_at_once_are_one_renewal()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        using var token = Token(site);
        site.Clock.Advance(Hour);

        var sent = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => token.GetAsync(site.Observer, default).AsTask()));

        Assert.All(sent, secret => Assert.Equal("access-2", secret.Reveal()));
        Assert.Single(site.TokenRequests);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_and_one_refused_earlier_is_already()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        using var token = Token(site);
        var refused = await token.GetAsync(site.Observer, default);

        Assert.True(await token.RenewAsync(refused, site.Observer, default));
        Assert.True(await token.RenewAsync(refused, site.Observer, default));

        Assert.Single(site.TokenRequests);
    }

    [Fact]
    public async Task Without_a_refresh_token_there_is_nothing_to_renew()
    {
        var site = new OAuthSite();
        var session = site.SignedIn();
        using var token = Token(site, new OpenSession(session with { Tokens = session.Tokens with { Refresh = null } }, Kept: null));
        site.Clock.Advance(Hour * 2);

        var sent = await token.GetAsync(site.Observer, default);

        Assert.Equal("access-1", sent.Reveal());
        Assert.False(await token.RenewAsync(sent, site.Observer, default));
    }

    [Fact]
    public async Task A_caller_that_stops_waiting_does_not_stop_the_renewal()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        var gate = new TaskCompletionSource();
        site.Transport.Gate = gate.Task;
        var session = _folder.Keep(site.SignedIn());
        using var token = Token(site, session);
        site.Clock.Advance(Hour);
        using var stop = new CancellationTokenSource();
        var waiting = token.GetAsync(site.Observer, stop.Token).AsTask();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.SetResult();

        Assert.Equal("access-2", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Equal("access-2", session.Kept!.Reload()!.Access.Reveal());
        Assert.Single(site.TokenRequests);
    }

    [Fact]
    public async Task A_renewal_that_failed_early_is_not_tried_again_before_the_token_expires()
    {
        var site = new OAuthSite(503, OAuthSite.Grant("2"));
        using var token = Token(site);
        site.Clock.Advance(Hour - TimeSpan.FromMinutes(2));

        Assert.Equal("access-1", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Equal("access-1", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Single(site.TokenRequests);
        Assert.Contains("could not be renewed", Assert.Single(site.Observer.All, note => note.IsWarning).Text, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("access-2", (await token.GetAsync(site.Observer, default)).Reveal());
    }

    [Fact]
    public void Its_own_transport_is_closed_with_it()
    {
        var site = new OAuthSite();

        Token(site).Dispose();

        Assert.True(site.Transport.IsDisposed);
    }

    public void Dispose() => _folder.Dispose();

    private static RenewingToken Token(OAuthSite site, OpenSession? session = null, TimeSpan? life = null) =>
        new(session ?? new OpenSession(site.SignedIn(life: life), Kept: null), site.Client, site.Transport, site.Clock);
}
