using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>
/// The token of a session that renews itself: before it expires, and once when Sentry refuses it. A renewal kills the old
/// pair, and using that again may kill the whole session. So there is one renewal at a time, in this process and, for a
/// session that is kept, on this machine; and once begun it is carried through, whoever stops waiting for it.
/// </summary>
internal sealed class RenewingToken(OpenSession session, OAuthClient client, ISentryTransport signInTransport, TimeProvider clock)
    : ITokenSource
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private TokenPair _tokens = session.SignedIn.Tokens;
    private Task _renewal = Task.CompletedTask;

    // A renewal of these failed. Whether it reached Sentry may be unknown, so they are used up before another one is tried.
    private TokenPair? _notRenewed;

    // Sentry does not renew these any more: asking again would change nothing.
    private (TokenPair Tokens, SentryApiException Fault)? _ended;

    /// <summary>When the access token in use expires (UTC).</summary>
    public DateTimeOffset? ExpiresAt => Current.ExpiresAt;

    private TokenPair Current => Volatile.Read(ref _tokens);

    public async ValueTask<SecretText> GetAsync(ITransportObserver observer, CancellationToken cancellationToken)
    {
        var tokens = Current;
        var now = clock.GetUtcNow();
        if (!tokens.IsDue(now) || (ReferenceEquals(tokens, Volatile.Read(ref _notRenewed)) && !tokens.HasEnded(now)))
        {
            return tokens.Access;
        }

        try
        {
            await RenewAsync(tokens, observer).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SentryException fault) when (!tokens.HasEnded(clock.GetUtcNow()))
        {
            Volatile.Write(ref _notRenewed, tokens);
            observer.OnNote(
                $"The session could not be renewed and ends at {SentryView.Time(tokens.ExpiresAt)} UTC: {fault.Message}",
                isWarning: true);
        }

        return Current.Access;
    }

    public async ValueTask<bool> RenewAsync(SecretText refused, ITransportObserver observer, CancellationToken cancellationToken)
    {
        var tokens = Current;
        if (tokens.Access.IsSameAs(refused))
        {
            await RenewAsync(tokens, observer).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return !Current.Access.IsSameAs(refused);
    }

    // A renewal on its way is waited for: its answer holds the only tokens that still work.
    public void Dispose()
    {
        lock (_lock)
        {
            _ = _renewal.ContinueWith(
                static (_, transport) => ((ISentryTransport)transport!).Dispose(),
                signInTransport,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private Task RenewAsync(TokenPair seen, ITransportObserver observer)
    {
        lock (_lock)
        {
            return !ReferenceEquals(seen, _tokens) ? Task.CompletedTask
                : _renewal.IsCompleted ? _renewal = CarryThrough(Task.Run(() => RenewNowAsync(seen, observer)))
                : _renewal;
        }
    }

    // A script that ends, or is stopped, takes its process with it: that waits for the tokens a kept session lives on.
    private Task CarryThrough(Task renewal)
    {
        if (session.Kept is not null)
        {
            EventHandler wait = (_, _) => Task.WaitAny([renewal], LongestFarewell);
            AppDomain.CurrentDomain.ProcessExit += wait;
            _ = renewal.ContinueWith(
                _ => AppDomain.CurrentDomain.ProcessExit -= wait,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return renewal;
    }

    private async Task RenewNowAsync(TokenPair seen, ITransportObserver observer)
    {
        using var held = session.Kept is { } kept ? await kept.LockAsync(clock, CancellationToken.None).ConfigureAwait(false) : null;
        var stored = session.Kept?.Reload();
        var current = stored is null || stored.IsSameAs(seen) ? seen : stored;
        if (!ReferenceEquals(current, seen) && !current.IsDue(clock.GetUtcNow()))
        {
            observer.OnNote("The session was renewed by another process.", isWarning: false);
            Volatile.Write(ref _tokens, current);
            return;
        }

        if (current.Refresh is null)
        {
            return;
        }

        if (_ended is var (ended, reason) && ended.IsSameAs(current))
        {
            throw reason;
        }

        if (stored is not null)
        {
            // What can't be written to now could not take the new pair, and the old one would be dead.
            session.Kept!.Rehearse(current);
        }

        var renewed = await AskAsync(current, current.Refresh, observer).ConfigureAwait(false);
        if (stored is not null)
        {
            Keep(renewed, observer);
        }

        Volatile.Write(ref _tokens, renewed);
    }

    private async Task<TokenPair> AskAsync(TokenPair current, SecretText refresh, ITransportObserver observer)
    {
        try
        {
            var grant = await client.RefreshAsync(refresh, observer, CancellationToken.None).ConfigureAwait(false);
            observer.OnNote("The session was renewed.", isWarning: false);
            return grant.Tokens with { Refresh = grant.Tokens.Refresh ?? refresh };
        }
        catch (SentryApiException fault) when (fault.Code is "invalid_grant")
        {
            _ended = (current, SignInFaults.Ended(fault, session.SignedIn));
            throw _ended.Value.Fault;
        }
        catch (SentryApiException fault)
        {
            throw SignInFaults.Of(fault, client);
        }
    }

    // The old pair is dead whether or not the new one can be kept, so the work goes on with the new one.
    private void Keep(TokenPair renewed, ITransportObserver observer)
    {
        try
        {
            session.Kept!.Keep(renewed);
        }
        catch (SentryException fault)
        {
            observer.OnNote(
                $"The renewed session could not be kept, and what is kept of it is good no more: {fault.Message}",
                isWarning: true);
        }
    }
}
