namespace SentryAudit.Transport.Answers;

/// <summary>
/// Converts times of the server to this machine's clock. With a clock that is minutes off, a limit of one second would look like
/// minutes, or like none; the <c>Date</c> header shows the difference. It has whole seconds only, so small differences are ignored.
/// </summary>
internal sealed class ServerClock(DateTimeOffset? serverNow, DateTimeOffset now)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _ahead = serverNow is { } server && (now - server).Duration() > Tolerance ? now - server : TimeSpan.Zero;

    public DateTimeOffset ToLocal(DateTimeOffset server) => Add(server, _ahead);

    /// <summary>The time after a wait, by this machine's clock.</summary>
    public DateTimeOffset After(TimeSpan wait) => Add(now, wait);

    // A server may claim any year, so the sum of two of its times may be before the first or after the last one.
    private static DateTimeOffset Add(DateTimeOffset time, TimeSpan span) =>
        new(Math.Clamp(time.UtcTicks + span.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
