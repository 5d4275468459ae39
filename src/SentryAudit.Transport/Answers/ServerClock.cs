namespace SentryAudit.Transport.Answers;

/// <summary>
/// Converts times of the server to this machine's clock. With a clock that is minutes off, a limit of one second would look like
/// minutes, or like none; the <c>Date</c> header shows the difference. It has whole seconds only, so small differences are ignored.
/// </summary>
internal readonly struct ServerClock(DateTimeOffset? serverNow, DateTimeOffset now)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _ahead = serverNow is { } server && (now - server).Duration() > Tolerance ? now - server : TimeSpan.Zero;

    public DateTimeOffset ToLocal(DateTimeOffset server) => server + _ahead;
}
