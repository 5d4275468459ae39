using System.Globalization;
using SentryAudit.Common.Time;
using SentryAudit.Http;

namespace SentryAudit.Api.Stats;

/// <summary>Questions for counts by time.</summary>
internal static class StatsQuery
{
    /// <summary>Sentry refuses more intervals in one answer than a thousand; these are 720 hours.</summary>
    public static readonly TimeSpan LongestSeries = TimeSpan.FromDays(30);

    /// <summary>Counts of a window in steps.</summary>
    public static Query Of(DateWindow window, TimeSpan step) => Query.Empty
        .With("field", StatsMapping.Quantity)
        .With("start", Iso(window.Start))
        .With("end", Iso(window.End))
        .With("interval", string.Create(CultureInfo.InvariantCulture, $"{step.TotalHours:0}h"));

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
