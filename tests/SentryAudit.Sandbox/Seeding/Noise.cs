namespace SentryAudit.Sandbox.Seeding;

/// <summary>
/// Chance without a state: the same place always holds the same number, in whatever order places are looked at. For what is too
/// much to seed ahead.
/// </summary>
internal static class Noise
{
    public static ulong At(int seed, params ReadOnlySpan<long> place)
    {
        var bits = Dice.Scramble((ulong)(uint)seed + 0x9E3779B97F4A7C15UL);
        foreach (var coordinate in place)
        {
            bits = Dice.Scramble((bits * 31) + (ulong)coordinate + 0x9E3779B97F4A7C15UL);
        }

        return bits;
    }
}
