namespace SentryAudit.Transport.Answers;

/// <summary>
/// Turns the server's times into this machine's. A clock that is minutes off would make a one-second limit look like
/// minutes, or like none; the <c>Date</c> header tells by how much. It has whole seconds, so small differences are left alone.
/// </summary>
internal readonly struct ServerClock(DateTimeOffset? serverNow, DateTimeOffset now)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _ahead = serverNow is { } server && (now - server).Duration() > Tolerance ? now - server : TimeSpan.Zero;

    public DateTimeOffset ToLocal(DateTimeOffset server) => server + _ahead;
}
