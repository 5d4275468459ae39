using SentryAudit.Cmdlets;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>The limits above which a call asks about the number of objects.</summary>
public sealed class BlastRadiusTests
{
    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(4, 15, true)]
    [InlineData(4, 16, false)]
    [InlineData(4, 17, false)]
    [InlineData(4, null, false)]
    [InlineData(25, 99, true)]
    [InlineData(25, 100, false)]
    [InlineData(25, null, false)]
    [InlineData(26, null, true)]
    [InlineData(26, 100_000, true)]
    public void A_change_is_wide_above_the_limits_only(int changes, int? total, bool isWide) =>
        Assert.Equal(isWide, BlastRadius.IsWide(changes, total));

    [Theory]
    [InlineData(4, 16)]
    [InlineData(25, 100)]
    [InlineData(10_000, 100)]
    public void No_more_is_counted_than_decides(int changes, int enough) => Assert.Equal(enough, BlastRadius.EnoughToCount(changes));
}
