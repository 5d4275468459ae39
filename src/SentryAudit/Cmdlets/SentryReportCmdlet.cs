using System.Management.Automation;
using SentryAudit.Common.Time;

namespace SentryAudit.Cmdlets;

/// <summary>A listing about a span of time, with the one family of parameters that say which.</summary>
/// <typeparam name="TKey">How the objects are named.</typeparam>
/// <typeparam name="TObject">The objects.</typeparam>
public abstract class SentryReportCmdlet<TKey, TObject> : SentryListingCmdlet<TKey, TObject>
    where TKey : EntityReference
    where TObject : class
{
    private protected SentryReportCmdlet(Func<TKey, TObject, bool> matches)
        : base(matches)
    {
    }

    /// <summary>One day.</summary>
    [Parameter]
    public DateTime? Date { get; set; }

    /// <summary>One day, so many days ago: 0 is today, 1 is yesterday.</summary>
    [Parameter]
    [ValidateRange(0, 3650)]
    public int? DaysBack { get; set; }

    /// <summary>Start of the window. A time without a zone is one of <see cref="TimeZone"/>.</summary>
    [Parameter]
    public DateTime? StartDate { get; set; }

    /// <summary>End of the window, itself not included; without it, now.</summary>
    [Parameter]
    public DateTime? EndDate { get; set; }

    /// <summary>First day of the window, so many days ago.</summary>
    [Parameter]
    [ValidateRange(0, 3650)]
    public int? DaysBackStart { get; set; }

    /// <summary>Last day of the window, so many days ago, itself included; without it, today.</summary>
    [Parameter]
    [ValidateRange(0, 3650)]
    public int? DaysBackEnd { get; set; }

    /// <summary>So long until now: a TimeSpan, or 24h, 14d, 2w.</summary>
    [Parameter]
    [ValidateNotNull]
    public Duration? Last { get; set; }

    /// <summary>The time zone whose days and times are meant, as Europe/Berlin; without it, UTC.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>The time zone asked for.</summary>
    /// <exception cref="SentryException">This machine knows no such zone.</exception>
    private protected TimeZoneInfo Zone => Zones.Find(TimeZone);

    /// <summary>The window asked for.</summary>
    /// <param name="whenNone">Its length when no parameter was given; null for none.</param>
    /// <param name="retention">How long Sentry keeps what is asked for.</param>
    private protected DateWindow? ResolveWindow(TimeSpan? whenNone, TimeSpan? retention = null) =>
        new WindowResolver(Connected.Clock, Pipeline.Warn).Resolve(
            new WindowParameters
            {
                Date = Date,
                DaysBack = DaysBack,
                StartDate = StartDate,
                EndDate = EndDate,
                DaysBackStart = DaysBackStart,
                DaysBackEnd = DaysBackEnd,
                Last = Last?.Value,
                TimeZone = TimeZone,
            },
            whenNone,
            retention);
}
