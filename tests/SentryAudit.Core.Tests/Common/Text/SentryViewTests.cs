using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Common.Text;

public sealed class SentryViewTests
{
    [Theory]
    [InlineData(true, "yes")]
    [InlineData(false, "no")]
    [InlineData(null, "?")]
    public void A_flag_is_shown_as_yes_or_no_or_a_question_mark(bool? value, string text) => Assert.Equal(text, SentryView.Flag(value));

    [Theory]
    [InlineData(true, "yes")]
    [InlineData(false, "no")]
    [InlineData(null, "invited")]
    public void A_flag_that_is_unknown_shows_the_reason(bool? value, string text) => Assert.Equal(text, SentryView.Flag(value, "invited"));

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public void A_time_is_UTC_in_any_culture(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal("2026-08-02 18:25", SentryView.Time(new DateTimeOffset(2026, 8, 2, 20, 25, 59, TimeSpan.FromHours(2))));
    }

    [Fact]
    public void An_unknown_time_is_shown_as_a_question_mark_or_a_given_word()
    {
        Assert.Equal("?", SentryView.Time(null));
        Assert.Equal("never", SentryView.Time(null, "never"));
    }

    [Theory]
    [InlineData(0L, "0")]
    [InlineData(1234567L, "1234567")]
    [InlineData(-1L, "-1")]
    [InlineData(null, "?")]
    public void A_number_is_shown_or_a_question_mark(long? value, string text) => Assert.Equal(text, SentryView.Number(value));

    [Theory]
    [InlineData("a\e[0m", "a\uFFFD[0m")]
    [InlineData(null, "")]
    [InlineData(12.5, "12.5")]
    public void A_text_is_cleaned_in_any_culture(object? value, string text)
    {
        using var scope = new CultureScope("de-DE");

        Assert.Equal(text, SentryView.Text(value));
    }

    [Fact]
    public void A_list_is_shown_in_one_line()
    {
        Assert.Equal("?", SentryView.List(null));
        Assert.Equal("none", SentryView.List(StringList.Empty));
        Assert.Equal("a, b\uFFFD", SentryView.List(new StringList(["a", "b\n"])));
    }
}
