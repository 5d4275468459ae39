namespace SentryAudit.Sandbox.Seeding;

/// <summary>Chance that repeats itself: the same seed rolls the same numbers, on every machine and runtime.</summary>
internal sealed class Dice(int seed, DateTimeOffset now)
{
    /// <summary>Scrambled, because neighbouring states would walk through the same numbers one step apart.</summary>
    private ulong _state = Scramble((ulong)(uint)seed + 1);

    /// <summary>The day the estate was photographed.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>A number from zero up to, not including, the limit.</summary>
    public int Next(int limit) => (int)(NextBits() % (ulong)limit);

    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>A moment, with microseconds, between so many days ago and so many days ago.</summary>
    public DateTimeOffset DaysAgo(int nearest, int farthest) =>
        Now.AddDays(-nearest).AddTicks(-(long)(NextBits() % (ulong)((farthest - nearest) * TimeSpan.TicksPerDay)) / 10 * 10);

    /// <summary>So many hexadecimal digits.</summary>
    public string Hex(int digits) => string.Create(digits, this, static (text, dice) =>
    {
        foreach (ref var digit in text)
        {
            digit = "0123456789abcdef"[dice.Next(16)];
        }
    });

    /// <summary>SplitMix64: short, quick, and (unlike <see cref="Random"/>) the same in every release of .NET.</summary>
    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Scramble(_state);
    }

    internal static ulong Scramble(ulong state)
    {
        var bits = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }
}
