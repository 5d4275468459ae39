using SentryAudit.Http.Endpoints;
using SentryAudit.Requests;

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
            shown = await SendAsync(call.What, ct => call.SendAsync(api, ct), cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException lost) when (ChangeFaults.IsAnswerLost(lost))
        {
            return await LookAsync(call, lost, cancellationToken).ConfigureAwait(false);
        }

        if (shown is null && (!call.IsResultWanted || call.ReadBack is null))
        {
            return null!;
        }

        var now = shown ?? await ReadBackAsync(call.What, call.ReadBack!, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Removes something. When it is gone already, by an attempt whose answer got lost or by somebody else, that is what was wanted.</summary>
    /// <param name="api">Where.</param>
    /// <param name="what">The removal in words, for errors: <c>Removing team web</c>.</param>
    /// <param name="address">What is removed.</param>
    /// <param name="isThere">Whether it is still there.</param>
    public static async Task RemoveAsync(
        this ApiConnection api,
        string what,
        EndpointAddress address,
        Func<CancellationToken, Task<bool>> isThere,
        CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(what, ct => DeleteAsync(api, address, isThere, ct), cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException lost) when (ChangeFaults.IsAnswerLost(lost))
        {
            if (await LookAsync(what, isThere, lost, cancellationToken).ConfigureAwait(false))
            {
                throw ChangeFaults.Failed(what, lost);
            }
        }
    }

    /// <summary>Reads what a change that Sentry accepted has led to.</summary>
    /// <exception cref="SentryException">It can't be read: the change was made, but its result is not known.</exception>
    public static async Task<T> ReadBackAsync<T>(string what, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(cancellationToken).ConfigureAwait(false);
        }
        catch (SentryException fault)
        {
            throw ChangeFaults.Unread(what, fault);
        }
    }

    private static async Task<T> SendAsync<T>(string what, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await send(cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException refusal) when (ChangeRefusals.IsKnown(refusal))
        {
            throw ChangeRefusals.Explain(refusal, what);
        }
        catch (SentryApiException refusal) when (refusal.Status is 400 or 404 or 409)
        {
            throw ChangeRefusals.Name(refusal, what);
        }
    }

    private static async Task<bool> DeleteAsync(
        ApiConnection api, EndpointAddress address, Func<CancellationToken, Task<bool>> isThere, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendAsync(Write.Delete(address), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SentryApiException missing) when (missing.Status is 404)
        {
            // Sentry answers 404 both for what is gone and for what the token may see but not remove.
            if (await isThere(cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return true;
        }
    }

    // What is there after silence; what was asked for when it happened.
    private static async Task<T> LookAsync<T>(ChangeCall<T> call, SentryApiException lost, CancellationToken cancellationToken)
        where T : class
    {
        if (call.Happened is { } happened)
        {
            return await LookAsync(call.What, happened, lost, cancellationToken).ConfigureAwait(false)
                ? await ResultAsync(call, cancellationToken).ConfigureAwait(false)
                : throw ChangeFaults.Failed(call.What, lost);
        }

        var look = call.LeavesTrace ? call.ReadBack : null;
        var seen = await LookAsync(call.What, look, lost, cancellationToken).ConfigureAwait(false);
        return seen is not null && call.Missing(seen) is null ? seen : throw ChangeFaults.Failed(call.What, lost);
    }

    private static async Task<T> LookAsync<T>(
        string what, Func<CancellationToken, Task<T>>? look, SentryApiException lost, CancellationToken cancellationToken)
    {
        try
        {
            return look is null
                ? throw ChangeFaults.Uncertain(what, lost)
                : await look(cancellationToken).ConfigureAwait(false);
        }
        catch (SentryException)
        {
            throw ChangeFaults.Uncertain(what, lost);
        }
    }

    private static async Task<T> ResultAsync<T>(ChangeCall<T> call, CancellationToken cancellationToken)
        where T : class =>
        call is { IsResultWanted: true, ReadBack: { } read }
            ? (await ReadBackAsync(call.What, read, cancellationToken).ConfigureAwait(false))!
            : null!;
}
