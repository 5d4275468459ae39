using SentryAudit.Requests;

namespace SentryAudit.Api.Calls;

/// <summary>The steps that changes and removals share.</summary>
internal static class ChangeSteps
{
    /// <summary>Sends a change, and explains what Sentry refuses.</summary>
    public static async Task<T> SendAsync<T>(string what, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
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

    /// <summary>Looks whether a change happened whose answer got lost.</summary>
    /// <exception cref="SentryException">There is nothing to look at, or it can't be read: nobody knows.</exception>
    public static async Task<T> LookAsync<T>(
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
}
