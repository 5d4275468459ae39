namespace SentryAudit.Common.Time;

/// <summary>Time zones, and what their clocks mean in UTC.</summary>
internal static class Zones
{
    /// <exception cref="SentryException">This machine knows no such zone.</exception>
    public static TimeZoneInfo Find(string? id)
    {
        try
        {
            return id is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception fault) when (fault is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new SentryException(
                "UnknownTimeZone",
                SentryErrorCategory.InvalidArgument,
                $"There is no time zone '{id}' on this machine.",
                "[TimeZoneInfo]::GetSystemTimeZones() lists them; Europe/Berlin is one.",
                fault);
        }
    }

    /// <summary>
    /// A time without a zone of its own is one of the zone given. One that the clock skips is the first after it; of one that it
    /// shows twice the first is meant, so that a day whose midnight comes twice has both.
    /// </summary>
    public static DateTimeOffset ToUtc(DateTime time, TimeZoneInfo zone)
    {
        if (time.Kind is not DateTimeKind.Unspecified)
        {
            return new DateTimeOffset(time.ToUniversalTime());
        }

        while (zone.IsInvalidTime(time))
        {
            time = time.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max() : zone.GetUtcOffset(time);
        return new DateTimeOffset(time, offset).ToUniversalTime();
    }
}
