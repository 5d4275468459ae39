using System.Globalization;
using SentryAudit.Sandbox.Seeding;

namespace SentryAudit.Sandbox.Events;

/// <summary>
/// Ids of events: 32 hexadecimal digits that look random, yet hold issue and number, so that no event has to be kept
/// to be found.
/// </summary>
internal static class EventId
{
    private const int NumberBits = 16;

    public static string Of(int seed, long issue, int number)
    {
        var noise = Noise.At(seed, issue, number);
        var place = ((ulong)issue << NumberBits) | (uint)number;
        return string.Create(CultureInfo.InvariantCulture, $"{noise:x16}{place ^ Dice.Scramble(noise):x16}");
    }

    /// <summary>Null for what was never made here.</summary>
    public static (long Issue, int Number)? Read(int seed, string id)
    {
        if (id.Length != 32
            || !ulong.TryParse(id.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var noise)
            || !ulong.TryParse(id.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rest))
        {
            return null;
        }

        var place = rest ^ Dice.Scramble(noise);
        var (issue, number) = ((long)(place >> NumberBits), (int)(place & ((1 << NumberBits) - 1)));
        return Of(seed, issue, number) == id ? (issue, number) : null;
    }
}
