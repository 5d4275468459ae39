using System.Globalization;

namespace SentryAudit.Common.Time;

/// <summary>A span of time, its start included and its end not.</summary>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC, exclusive.</param>
internal sealed record DateWindow(DateTimeOffset Start, DateTimeOffset End)
{
    public TimeSpan Length => End - Start;

    public bool Contains(DateTimeOffset time) => time >= Start && time < End;

    /// <summary>Consecutive windows of at most a length that together are this one: no instant twice, none missing.</summary>
    public IEnumerable<DateWindow> Split(TimeSpan longest)
    {
        for (var start = Start; start < End; start += longest)
        {
            yield return new DateWindow(start, start + longest < End ? start + longest : End);
        }
    }

    /// <summary>The window grown to whole buckets: Sentry gives a bucket whole or not at all.</summary>
    public DateWindow ToBuckets(TimeSpan bucket) => new(Floor(Start, bucket), Floor(End + bucket - TimeSpan.FromTicks(1), bucket));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start.UtcDateTime:yyyy-MM-dd HH:mm} to {End.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan bucket) =>
        new(time.UtcTicks - (time.UtcTicks % bucket.Ticks), TimeSpan.Zero);
}
