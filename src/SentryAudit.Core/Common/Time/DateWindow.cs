using System.Globalization;

namespace SentryAudit.Common.Time;

/// <summary>A span of time that includes its start and not its end.</summary>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC, exclusive.</param>
internal sealed record DateWindow(DateTimeOffset Start, DateTimeOffset End)
{
    public TimeSpan Length => End - Start;

    public bool Contains(DateTimeOffset time) => time >= Start && time < End;

    /// <summary>Splits the window into consecutive ones of at most a length, without gaps and overlaps.</summary>
    public IEnumerable<DateWindow> Split(TimeSpan longest)
    {
        for (var start = Start; start < End; start += longest)
        {
            yield return new DateWindow(start, start + longest < End ? start + longest : End);
        }
    }

    /// <summary>The window enlarged to whole buckets, since Sentry gives no parts of them.</summary>
    public DateWindow ToBuckets(TimeSpan bucket) => new(Floor(Start, bucket), Floor(End + bucket - TimeSpan.FromTicks(1), bucket));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start.UtcDateTime:yyyy-MM-dd HH:mm} to {End.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan bucket) =>
        new(time.UtcTicks - (time.UtcTicks % bucket.Ticks), TimeSpan.Zero);
}
