using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport.Retrying;

/// <summary>How long the server wants us to wait. Polly's own cap does not apply to these.</summary>
internal static class ServerWait
{
    /// <summary>Beyond this nobody is helped by waiting silently.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostJitter = TimeSpan.FromMilliseconds(250);

    /// <summary><c>Retry-After</c> if there is one, else the end of the rate-limit window; null when neither is told.</summary>
    public static DateTimeOffset? After429(AnswerHead head) => head.RetryAt ?? head.Limits?.ResetsAt;

    /// <summary>The wait until a time, at least a second, and a little more so that parallel requests do not come back as one.</summary>
    public static TimeSpan? Until(DateTimeOffset? time, DateTimeOffset now) =>
        time is { } end ? (end - now > Shortest ? end - now : Shortest) + (MostJitter * Random.Shared.NextDouble()) : null;
}
