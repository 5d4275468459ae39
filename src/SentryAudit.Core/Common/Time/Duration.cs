using System.Globalization;

namespace SentryAudit;

/// <summary>A length of time as people write it: <c>30m</c>, <c>24h</c>, <c>14d</c>, <c>2w</c>, or a TimeSpan.</summary>
public sealed class Duration
{
    /// <summary>Reads a number with a unit (m, h, d, w), or what TimeSpan reads.</summary>
    /// <exception cref="ArgumentException">It is neither, or not longer than nothing.</exception>
    public Duration(string value)
        : this(Parse(value))
    {
    }

    /// <summary>Takes a TimeSpan.</summary>
    /// <exception cref="ArgumentException">It is not longer than nothing.</exception>
    public Duration(TimeSpan value) =>
        Value = value > TimeSpan.Zero ? value : throw new ArgumentException("A duration must be longer than nothing.", nameof(value));

    /// <summary>The length.</summary>
    public TimeSpan Value { get; }

    /// <summary>The length as TimeSpan writes it.</summary>
    public override string ToString() => Value.ToString("c", CultureInfo.InvariantCulture);

    private static TimeSpan Parse(string value)
    {
        var text = value.Trim();
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            TimeSpan? unit = char.ToLowerInvariant(text[^1]) switch
            {
                'm' => TimeSpan.FromMinutes(1),
                'h' => TimeSpan.FromHours(1),
                'd' => TimeSpan.FromDays(1),
                'w' => TimeSpan.FromDays(7),
                _ => null,
            };
            if (unit is { } one)
            {
                return count <= TimeSpan.MaxValue / one
                    ? one * count
                    : throw new ArgumentException($"'{value}' is longer than time can be reckoned here.", nameof(value));
            }
        }

        // A bare number would be days to TimeSpan, which nobody means by "24".
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw new ArgumentException($"'{value}' is no duration; write 30m, 24h, 14d, 2w or a TimeSpan.", nameof(value));
    }
}
