using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>
/// Ids of one organization. Each kind counts in a range of its own, far apart, so that an id used for the wrong thing finds
/// nothing instead of something.
/// </summary>
internal sealed class IdSequence(int organization)
{
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);

    public string Next(string kind, long first) => NextNumber(kind, first).ToString(CultureInfo.InvariantCulture);

    public long NextNumber(string kind, long first) =>
        _last[kind] = _last.TryGetValue(kind, out var last) ? last + 1 : first + (organization * 1_000_000L);
}
