namespace SentryAudit.Api.Calls;

/// <summary>A request that changes something, and whose answer shows the result.</summary>
internal sealed record ShownWrite<T>(Func<ApiConnection, CancellationToken, Task<T>> SendAsync)
    where T : class;
