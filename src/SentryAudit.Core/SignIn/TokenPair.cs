using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>An access token and the token that renews it. A renewal replaces both, and makes the old ones invalid at once.</summary>
/// <param name="Access">The access token.</param>
/// <param name="Refresh">The token that renews it; null if Sentry gave none, so that it can't be renewed.</param>
/// <param name="IssuedAt">When Sentry gave the tokens (UTC).</param>
/// <param name="ExpiresAt">When the access token expires (UTC), by this machine's clock; null if Sentry did not report it.</param>
internal sealed record TokenPair(SecretText Access, SecretText? Refresh, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    /// <summary>Whether it is time for a renewal: some minutes before the end, or the last tenth of a short lifetime.</summary>
    public bool IsDue(DateTimeOffset now) => Refresh is not null && ExpiresAt is { } end && now >= end - Margin(end - IssuedAt);

    public bool HasEnded(DateTimeOffset now) => ExpiresAt <= now;

    public bool IsSameAs(TokenPair other) => Access.IsSameAs(other.Access);

    private static TimeSpan Margin(TimeSpan life) => life / 10 < LongestMargin ? life / 10 : LongestMargin;
}
