using System.Globalization;

namespace SentryAudit;

/// <summary>A length of time, written as <c>30m</c>, <c>24h</c>, <c>14d</c>, <c>2w</c>, or as a TimeSpan.</summary>
public sealed class Duration
{
    /// <summary>Reads a number with a unit (m, h, d, w), or a TimeSpan.</summary>
    /// <exception cref="ArgumentException">It is neither, or not longer than zero.</exception>
    public Duration(string value)
        : this(Parse(value))
    {
    }

    /// <summary>Takes a TimeSpan.</summary>
    /// <exception cref="ArgumentException">It is not longer than zero.</exception>
    public Duration(TimeSpan value) =>
        Value = value > TimeSpan.Zero ? value : throw new ArgumentException("A duration must be longer than zero.", nameof(value));

    /// <summary>The length.</summary>
    public TimeSpan Value { get; }

    /// <summary>The length in the format of TimeSpan.</summary>
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
                    : throw new ArgumentException($"'{value}' is longer than the longest TimeSpan.", nameof(value));
            }
        }

        // TimeSpan would read a plain number as days, which nobody means by "24".
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw new ArgumentException($"'{value}' is not a duration. Write 30m, 24h, 14d, 2w or a TimeSpan.", nameof(value));
    }
}
