using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>An access token and what renews it. Sentry replaces both at each renewal; the old ones die at once.</summary>
/// <param name="Refresh">Null when Sentry gave none: the access token then lasts as long as it lasts.</param>
/// <param name="ExpiresAt">UTC, by this machine's clock; null when Sentry did not tell.</param>
internal sealed record TokenPair(SecretText Access, SecretText? Refresh, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    /// <summary>Whether it is time for a renewal: some minutes before the end, or a tenth of a life that is short.</summary>
    public bool IsDue(DateTimeOffset now) => Refresh is not null && ExpiresAt is { } end && now >= end - Margin(end - IssuedAt);

    public bool HasEnded(DateTimeOffset now) => ExpiresAt <= now;

    public bool IsSameAs(TokenPair other) => Access.IsSameAs(other.Access);

    private static TimeSpan Margin(TimeSpan life) => life / 10 < LongestMargin ? life / 10 : LongestMargin;
}
