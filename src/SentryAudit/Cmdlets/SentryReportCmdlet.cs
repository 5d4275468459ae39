using System.Management.Automation;
using SentryAudit.Common.Time;
using SentryAudit.Filters;
using SentryAudit.Requests;

namespace SentryAudit.Cmdlets;

/// <summary>A listing about a span of time, with the parameters that name it. They are the same in all these cmdlets.</summary>
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
    [Filter(FilterValues.Free)]
    public DateTime? Date { get; set; }

    /// <summary>One day, as a number of days ago: 0 is today, 1 is yesterday.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    [ValidateRange(0, 3650)]
    public int? DaysBack { get; set; }

    /// <summary>Start of the window. A time without a zone is in <see cref="TimeZone"/>.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    public DateTime? StartDate { get; set; }

    /// <summary>End of the window, which is not included; without it, now.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    public DateTime? EndDate { get; set; }

    /// <summary>First day of the window, as a number of days ago.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    [ValidateRange(0, 3650)]
    public int? DaysBackStart { get; set; }

    /// <summary>Last day of the window, as a number of days ago. It is included; without it, today is the last.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    [ValidateRange(0, 3650)]
    public int? DaysBackEnd { get; set; }

    /// <summary>The window that ends now and is this long: a TimeSpan, or a text such as 24h, 14d or 2w.</summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    [ValidateNotNull]
    public Duration? Last { get; set; }

    /// <summary>The time zone of days and times, for example Europe/Berlin; without it, UTC.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary>The time zone of the window.</summary>
    /// <exception cref="SentryException">This machine has no such time zone.</exception>
    private protected TimeZoneInfo Zone => Zones.Find(TimeZone);

    /// <summary>The window that the parameters name.</summary>
    /// <param name="whenNone">Its length when no parameter names one; null for no window.</param>
    /// <param name="retention">How long Sentry keeps the data.</param>
    private protected DateWindow? ResolveWindow(TimeSpan? whenNone, TimeSpan? retention = null) =>
        new WindowResolver(CurrentConnection.Clock, Pipeline.Warn).Resolve(
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
