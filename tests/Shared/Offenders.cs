namespace SentryAudit.Tests;

/// <summary>One fact for a rule of many cases: it fails with all that break it, not with the first.</summary>
internal static class Offenders
{
    public static void None(IEnumerable<string?> offenders)
    {
        var all = offenders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Assert.True(all.Length is 0, $"{all.Length} break this rule:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
