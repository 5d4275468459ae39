namespace SentryAudit.Api.Calls;

/// <summary>
/// The one order in which every change happens: send, refuse, look, read back, compare. A POST is never sent twice; when
/// the answer to a change got lost, Sentry is asked whether it happened.
/// </summary>
internal static class Changes
{
    /// <summary>Makes a change.</summary>
    /// <returns>What is there now; never null where the result is wanted.</returns>
    /// <exception cref="SentryException">Sentry refused; it did not happen, or not in full; or nobody can tell.</exception>
    public static async Task<T> ChangeAsync<T>(this ApiConnection api, ChangeCall<T> call, CancellationToken cancellationToken)
        where T : class
    {
        T? shown;
        try
        {
            shown = await ChangeSteps.SendAsync(call.What, ct => call.SendAsync(api, ct), cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException lost) when (ChangeFaults.IsAnswerLost(lost))
        {
            return await LookAsync(call, lost, cancellationToken).ConfigureAwait(false);
        }

        if (shown is null && (!call.IsResultWanted || call.ReadBack is null))
        {
            // A yes is believed when it is seen; what leaves no trace can't be looked for.
            return call.Happened is not { } happened
                || await ChangeSteps.ReadBackAsync(call.What, happened, cancellationToken).ConfigureAwait(false)
                    ? null!
                    : throw ChangeFaults.Unseen(call.What);
        }

        var now = shown ?? await ChangeSteps.ReadBackAsync(call.What, call.ReadBack!, cancellationToken).ConfigureAwait(false);
        return (now is null ? "it is gone" : call.Missing(now)) is { } missing ? throw ChangeFaults.Incomplete(call.What, missing) : now!;
    }

    /// <summary>Makes a change whose result nobody needs.</summary>
    /// <param name="api">Where.</param>
    /// <param name="what">The change in words, for errors.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="happened">After silence, whether it happened; null for what leaves no trace.</param>
    public static Task DoAsync(
        this ApiConnection api,
        string what,
        Func<CancellationToken, Task> send,
        Func<CancellationToken, Task<bool>>? happened,
        CancellationToken cancellationToken) =>
        api.ChangeAsync(new ChangeCall<object>(what, send) { Happened = happened, IsResultWanted = false }, cancellationToken);

    // What is there after silence; what was asked for when it happened.
    private static async Task<T> LookAsync<T>(ChangeCall<T> call, SentryApiException lost, CancellationToken cancellationToken)
        where T : class
    {
        if (call.Happened is { } happened)
        {
            return await ChangeSteps.LookAsync(call.What, happened, lost, cancellationToken).ConfigureAwait(false)
                ? await ResultAsync(call, cancellationToken).ConfigureAwait(false)
                : throw ChangeFaults.Failed(call.What, lost);
        }

        var look = call.LeavesTrace ? call.ReadBack : null;
        var seen = await ChangeSteps.LookAsync(call.What, look, lost, cancellationToken).ConfigureAwait(false);
        return seen is not null && call.Missing(seen) is null ? seen : throw ChangeFaults.Failed(call.What, lost);
    }

    private static async Task<T> ResultAsync<T>(ChangeCall<T> call, CancellationToken cancellationToken)
        where T : class =>
        call is { IsResultWanted: true, ReadBack: { } read }
            ? (await ChangeSteps.ReadBackAsync(call.What, read, cancellationToken).ConfigureAwait(false))!
            : null!;
}
