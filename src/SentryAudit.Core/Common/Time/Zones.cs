namespace SentryAudit.Common.Time;

/// <summary>Finds time zones and converts their times to UTC.</summary>
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
                "[TimeZoneInfo]::GetSystemTimeZones() lists the time zones, for example Europe/Berlin.",
                fault);
        }
    }

    /// <summary>
    /// Converts a time to UTC. A time without a kind is one of the given zone: one that its clocks skip becomes the next that exists, and
    /// one that they show twice is the first of the two, so that a day with two midnights includes both.
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
