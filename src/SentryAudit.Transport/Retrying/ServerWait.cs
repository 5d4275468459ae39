using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport.Retrying;

/// <summary>How long the server wants the client to wait. Polly's longest pause does not limit these waits.</summary>
internal static class ServerWait
{
    /// <summary>The longest wait. Above it, an error with the time is of more use than a command that seems to hang.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostJitter = TimeSpan.FromMilliseconds(249);

    // Timers cut a wait to whole milliseconds: without this one it could end just before the time.
    private static readonly TimeSpan LeastJitter = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// <c>Retry-After</c> if there is one, else the end of the rate-limit window, which has no say over how many requests run at once; null
    /// if the answer has neither.
    /// </summary>
    public static DateTimeOffset? After429(AnswerHead head, bool isConcurrency) =>
        head.RetryAt ?? (isConcurrency ? null : head.Limits?.ResetsAt);

    /// <summary>The wait until a time: at least a second, plus a random part, so that parallel requests are not repeated at once.</summary>
    public static TimeSpan? Until(DateTimeOffset? time, DateTimeOffset now) =>
        time is { } end
            ? (end - now > Shortest ? end - now : Shortest) + LeastJitter + (MostJitter * Random.Shared.NextDouble())
            : null;
}
