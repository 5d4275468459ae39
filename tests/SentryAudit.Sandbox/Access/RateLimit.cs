namespace SentryAudit.Sandbox.Access;

/// <summary>So many requests in so many seconds.</summary>
internal readonly record struct RateLimit(int Requests, int Seconds)
{
    /// <summary>Whether all callers of one organization share it.</summary>
    public bool Shared { get; init; }
}
