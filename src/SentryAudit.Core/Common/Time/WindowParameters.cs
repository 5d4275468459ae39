namespace SentryAudit.Common.Time;

/// <summary>The time parameters of a report as they were given. Exactly one style may be used, or none.</summary>
internal sealed record WindowParameters
{
    /// <summary>One day.</summary>
    public DateTime? Date { get; init; }

    /// <summary>One day, so many days ago.</summary>
    public int? DaysBack { get; init; }

    public DateTime? StartDate { get; init; }

    /// <summary>Exclusive; without it until now.</summary>
    public DateTime? EndDate { get; init; }

    /// <summary>First day, so many days ago.</summary>
    public int? DaysBackStart { get; init; }

    /// <summary>Last day, so many days ago, itself included; without it today.</summary>
    public int? DaysBackEnd { get; init; }

    /// <summary>Until now.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary>The time zone whose days are meant; null for UTC.</summary>
    public string? TimeZone { get; init; }
}
