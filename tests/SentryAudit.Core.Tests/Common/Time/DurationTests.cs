namespace SentryAudit.Core.Tests.Common.Time;

public sealed class DurationTests
{
    [Theory]
    [InlineData("30m", "00:30:00")]
    [InlineData("24h", "1.00:00:00")]
    [InlineData("14D", "14.00:00:00")]
    [InlineData(" 2w ", "14.00:00:00")]
    [InlineData("1.12:00:00", "1.12:00:00")]
    [InlineData("01:30:00", "01:30:00")]
    public void A_duration_is_read_as_people_write_it(string text, string expected) =>
        Assert.Equal(expected, new Duration(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("d")]
    [InlineData("0h")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("1y")]
    [InlineData("-01:00:00")]
    [InlineData("2000000000w")]
    [InlineData("99999999999d")]
    public void Anything_else_is_refused(string text) => Assert.Throws<ArgumentException>(() => new Duration(text));

    [Fact]
    public void A_TimeSpan_must_be_longer_than_nothing()
    {
        Assert.Equal(TimeSpan.FromHours(2), new Duration(TimeSpan.FromHours(2)).Value);
        Assert.Throws<ArgumentException>(() => new Duration(TimeSpan.Zero));
    }
}
