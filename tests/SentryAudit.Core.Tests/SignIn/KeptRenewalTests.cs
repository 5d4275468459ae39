using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>A session that is kept and renewed: by whom, in which order, and what stays when it fails.</summary>
public sealed class KeptRenewalTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly SessionFolder _folder = new();

    [Fact]
    public async Task A_session_that_Sentry_ends_says_how_to_connect_again_and_stays_in_its_file()
    {
        var site = new OAuthSite(OAuthSite.Refusal("invalid_grant"));
        var session = _folder.Keep(site.SignedIn());
        using var token = Token(site, session);
        site.Clock.Advance(Hour);

        foreach (var _ in new int[2])
        {
            var fault = await Assert.ThrowsAsync<SentryApiException>(() => token.GetAsync(site.Observer, default).AsTask());
            Assert.Equal(("SentrySessionEnded", SentryErrorCategory.AuthenticationError), (fault.ErrorId, fault.Category));
            Assert.Contains("Connect again", fault.RecommendedAction, StringComparison.Ordinal);
        }

        Assert.Single(site.TokenRequests);
        Assert.Equal("access-1", session.Kept!.Reload()!.Access.Reveal());

        // Somebody signs in anew, in another process.
        session.Kept.Keep(site.Pair("9"));
        Assert.Equal("access-9", (await token.GetAsync(site.Observer, default)).Reveal());
    }

    [Fact]
    public async Task What_another_process_has_renewed_is_used()
    {
        var site = new OAuthSite();
        var session = _folder.Keep(site.SignedIn());
        using var token = Token(site, session);
        site.Clock.Advance(Hour);
        session.Kept!.Keep(site.Pair("other"));

        Assert.Equal("access-other", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Empty(site.TokenRequests);
    }

    [Fact]
    public async Task What_another_process_renewed_long_ago_is_renewed_with_its_own_refresh_token()
    {
        var site = new OAuthSite(OAuthSite.Grant("3"));
        var session = _folder.Keep(site.SignedIn());
        using var token = Token(site, session);
        session.Kept!.Keep(site.Pair("2"));
        site.Clock.Advance(Hour);

        Assert.Equal("access-3", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Equal("refresh-2", OAuthSite.Field(site.TokenRequests.Single(), "refresh_token"));
    }

    [Fact]
    public async Task Two_users_of_one_kept_session_renew_it_once()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        _folder.Keep(site.SignedIn());
        var kept = Assert.Single(_folder.Store.List());
        using var one = Token(site, _folder.Store.Open(kept));
        using var other = Token(site, _folder.Store.Open(kept));
        site.Clock.Advance(Hour);
        var gate = new TaskCompletionSource();
        site.Transport.Gate = gate.Task;
        var first = one.GetAsync(site.Observer, default).AsTask();
        var second = other.GetAsync(site.Observer, default).AsTask();
        SpinWait.SpinUntil(() => site.TokenRequests.Count > 0, TimeSpan.FromSeconds(20));

        gate.SetResult();
        await Task.WhenAny(first, second);
        while (!first.IsCompleted || !second.IsCompleted)
        {
            // Whoever has to wait for the lock looks again.
            site.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        Assert.Equal(("access-2", "access-2"), ((await first).Reveal(), (await second).Reveal()));
        Assert.Single(site.TokenRequests);
    }

    [Fact]
    public async Task A_new_pair_is_kept_before_it_is_used()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        var session = _folder.Keep(site.SignedIn());
        using var token = Token(site, session);
        site.Clock.Advance(Hour);
        DateTimeOffset? inUse = null;
        _folder.OnProtect = () => inUse = token.ExpiresAt;

        await token.GetAsync(site.Observer, default);

        Assert.Equal(site.SignedIn().Tokens.IssuedAt, inUse);
        Assert.Equal("access-2", session.Kept!.Reload()!.Access.Reveal());
        Assert.Equal(site.Clock.GetUtcNow() + Hour, Assert.Single(_folder.Store.List()).ExpiresAt);
    }

    [Fact]
    public async Task A_pair_that_cannot_be_kept_is_used_all_the_same_with_a_warning()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        using var token = Token(site, _folder.Keep(site.SignedIn()));
        site.Clock.Advance(Hour);
        var writes = 0;
        _folder.OnProtect = () => _ = ++writes > 1 ? throw new IOException("The disk is full.") : 0;

        Assert.Equal("access-2", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Contains("could not be kept", Assert.Single(site.Observer.All, note => note.IsWarning).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_the_old_pair_is_not_given_away()
    {
        var site = new OAuthSite();
        using var token = Token(site, _folder.Keep(site.SignedIn()));
        site.Clock.Advance(Hour);
        _folder.OnProtect = () => throw new IOException("The disk is full.");

        Assert.Equal(
            "SentrySessionUnusable",
            (await Assert.ThrowsAsync<SentryException>(() => token.GetAsync(site.Observer, default).AsTask())).ErrorId);
        Assert.Empty(site.TokenRequests);
    }

    [Fact]
    public async Task The_tokens_of_another_application_are_left_to_it()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        using var token = Token(site, _folder.Keep(site.SignedIn()));
        var other = _folder.Keep(site.SignedIn("other") with { ClientId = "client-2" });
        site.Clock.Advance(Hour);

        Assert.Equal("access-2", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Equal("refresh-1", OAuthSite.Field(site.TokenRequests.Single(), "refresh_token"));
        Assert.Equal("access-other", other.Kept!.Reload()!.Access.Reveal());
    }

    [Fact]
    public async Task A_removed_session_goes_on_in_memory_and_does_not_come_back()
    {
        var site = new OAuthSite(OAuthSite.Grant("2"));
        using var token = Token(site, _folder.Keep(site.SignedIn()));
        await _folder.Store.RemoveAsync(_folder.Store.List().Single(), site.Clock, default);
        site.Clock.Advance(Hour);

        Assert.Equal("access-2", (await token.GetAsync(site.Observer, default)).Reveal());
        Assert.Empty(_folder.Store.List());
    }

    public void Dispose() => _folder.Dispose();

    private static RenewingToken Token(OAuthSite site, OpenSession session) =>
        new(session, site.Client, site.Transport, site.Clock);
}
