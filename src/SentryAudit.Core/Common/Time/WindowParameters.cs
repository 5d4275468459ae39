namespace SentryAudit.Common.Time;

/// <summary>The time parameters of a report, as they were given. At most one way to name the time may be used.</summary>
internal sealed record WindowParameters
{
    /// <summary>One day.</summary>
    public DateTime? Date { get; init; }

    /// <summary>One day, given as a number of days ago.</summary>
    public int? DaysBack { get; init; }

    public DateTime? StartDate { get; init; }

    /// <summary>The end, which is not part of the window; null for now.</summary>
    public DateTime? EndDate { get; init; }

    /// <summary>The first day, given as a number of days ago.</summary>
    public int? DaysBackStart { get; init; }

    /// <summary>The last day, which is part of the window, given as a number of days ago; null for today.</summary>
    public int? DaysBackEnd { get; init; }

    /// <summary>A length of time that ends now.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary>The time zone of the days; null for UTC.</summary>
    public string? TimeZone { get; init; }
}
