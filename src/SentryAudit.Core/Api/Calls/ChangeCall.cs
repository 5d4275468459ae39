namespace SentryAudit.Api.Calls;

/// <summary>
/// One change of Sentry, as data: what is sent, and how it is found out whether it happened. <see cref="ApiConnection"/>
/// keeps the order: send, refuse, look, read back, compare.
/// </summary>
internal sealed record ChangeCall<T>
    where T : class
{
    /// <summary>A change whose answer does not show the result.</summary>
    /// <param name="what">The change in words, for errors: <c>Changing team web</c>.</param>
    /// <param name="write">What is sent.</param>
    public ChangeCall(string what, Write write)
    {
        What = what;
        SendAsync = async (api, cancellationToken) =>
        {
            await api.SendAsync(write, cancellationToken).ConfigureAwait(false);
            return null;
        };
    }

    /// <summary>A change whose answer shows the result.</summary>
    public ChangeCall(string what, ShownWrite<T> write)
    {
        What = what;
        SendAsync = async (api, cancellationToken) => await write.SendAsync(api, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A change of several requests.</summary>
    public ChangeCall(string what, Func<CancellationToken, Task> send)
    {
        What = what;
        SendAsync = async (_, cancellationToken) =>
        {
            await send(cancellationToken).ConfigureAwait(false);
            return null;
        };
    }

    public string What { get; }

    /// <summary>Sends it; gives the result when the answer shows it, else null.</summary>
    public Func<ApiConnection, CancellationToken, Task<T?>> SendAsync { get; }

    /// <summary>Reads what is there now, null when it is not there; after a yes whose answer shows nothing, and after silence.</summary>
    public Func<CancellationToken, Task<T?>>? ReadBack { get; init; }

    /// <summary>What is not as it was asked for, in words; null when all is.</summary>
    public Func<T, string?> Missing { get; init; } = static _ => null;

    /// <summary>
    /// After silence, whether it happened. Where this is null, what <see cref="ReadBack"/> reads decides, if the change
    /// <see cref="LeavesTrace"/>.
    /// </summary>
    public Func<CancellationToken, Task<bool>>? Happened { get; init; }

    /// <summary>
    /// False for a change that can't be seen afterwards, for example a mail that is sent again: after silence nobody knows.
    /// </summary>
    public bool LeavesTrace { get; init; } = true;

    /// <summary>False where the caller has no use for a result that would have to be read.</summary>
    public bool IsResultWanted { get; init; } = true;
}
