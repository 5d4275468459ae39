using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>
/// Renews the tokens of a session. A kept session is locked meanwhile, since other processes may renew it too. Not safe for several
/// threads.
/// </summary>
internal sealed class TokenRenewal(OpenSession session, OAuthClient client, TimeProvider clock)
{
    // Tokens that Sentry no longer renews: to ask again would change nothing.
    private (TokenPair Tokens, SentryApiException Fault)? _ended;

    /// <summary>Gives new tokens; the same ones if there is nothing to renew them with.</summary>
    /// <exception cref="SentryException">Sentry did not renew them, or new ones could not be kept.</exception>
    public async Task<TokenPair> RunAsync(TokenPair tokens, ITransportObserver observer, CancellationToken cancellationToken)
    {
        using var held = session.Kept is { } kept ? await kept.LockAsync(clock, cancellationToken).ConfigureAwait(false) : null;
        var stored = session.Kept?.Reload();
        var current = stored is null || stored.IsSameAs(tokens) ? tokens : stored;
        if (!ReferenceEquals(current, tokens) && !current.IsDue(clock.GetUtcNow()))
        {
            observer.OnNote("The session was renewed by another process.", isWarning: false);
            return current;
        }

        return current.Refresh is { } refresh
            ? await RenewAsync(current, refresh, isKept: stored is not null, observer, cancellationToken).ConfigureAwait(false)
            : tokens;
    }

    private async Task<TokenPair> RenewAsync(
        TokenPair current, SecretText refresh, bool isKept, ITransportObserver observer, CancellationToken cancellationToken)
    {
        if (_ended is var (ended, reason) && ended.IsSameAs(current))
        {
            throw reason;
        }

        if (isKept)
        {
            // If the file can't be written now, the new tokens could not be kept, and the old ones would no longer be valid.
            session.Kept!.Rehearse(current);
        }

        var renewed = await AskAsync(current, refresh, observer, cancellationToken).ConfigureAwait(false);
        if (isKept)
        {
            Keep(renewed, observer);
        }

        return renewed;
    }

    private async Task<TokenPair> AskAsync(
        TokenPair current, SecretText refresh, ITransportObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            var grant = await client.RefreshAsync(refresh, observer, cancellationToken).ConfigureAwait(false);
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

    // The old tokens are no longer valid, so the new ones are used even if they can't be kept.
    private void Keep(TokenPair renewed, ITransportObserver observer)
    {
        try
        {
            session.Kept!.Keep(renewed);
        }
        catch (SentryException fault)
        {
            observer.OnNote(
                $"The renewed session could not be kept, and the one that is kept is no longer valid: {fault.Message}",
                isWarning: true);
        }
    }
}
