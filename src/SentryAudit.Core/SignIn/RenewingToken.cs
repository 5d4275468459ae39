using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>
/// The token of a session that renews itself: before it expires, and once when Sentry refuses it. A renewal makes the old tokens invalid,
/// and their use may end the whole session. So there is only one renewal at a time, in this process and, for a kept session, on this
/// machine; and once it has begun, it is completed even if nobody waits for it any more.
/// </summary>
internal sealed class RenewingToken(OpenSession session, OAuthClient client, ISentryTransport signInTransport, TimeProvider clock)
    : ITokenSource
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly TokenRenewal _renewal = new(session, client, clock);
    private TokenPair _tokens = session.SignedIn.Tokens;
    private Task _running = Task.CompletedTask;

    // Tokens whose renewal failed. It may have reached Sentry, so they are used until they expire before another renewal is tried.
    private TokenPair? _notRenewed;

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

    // The transport is closed after a renewal that is under way: only its answer has tokens that are still valid.
    public void Dispose()
    {
        lock (_lock)
        {
            _ = _running.ContinueWith(
                static (_, transport) => ((ISentryTransport)transport!).Dispose(),
                signInTransport,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private Task RenewAsync(TokenPair tokens, ITransportObserver observer)
    {
        lock (_lock)
        {
            return !ReferenceEquals(tokens, _tokens) ? Task.CompletedTask
                : _running.IsCompleted ? _running = KeepProcessFor(Task.Run(() => RenewNowAsync(tokens, observer)))
                : _running;
        }
    }

    // When a script ends or is stopped, its process ends too; it waits for the new tokens of a kept session.
    private Task KeepProcessFor(Task renewal)
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

    // Never cancelled: Sentry may already have made the old tokens invalid.
    private async Task RenewNowAsync(TokenPair tokens, ITransportObserver observer) =>
        Volatile.Write(ref _tokens, await _renewal.RunAsync(tokens, observer, CancellationToken.None).ConfigureAwait(false));
}
