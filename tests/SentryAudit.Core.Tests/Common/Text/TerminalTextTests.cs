using SentryAudit.Common.Text;

namespace SentryAudit.Core.Tests.Common.Text;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("\e[31mred", "\uFFFD[31mred")]
    [InlineData("\u009B31m", "\uFFFD31m")] // the one-byte form of the same
    [InlineData("\e]0;title\a", "\uFFFD]0;title\uFFFD")]
    [InlineData("a\r\nb\tc\0", "a\uFFFD\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("a\u2028b\u2029c\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("evil\u202Egpj.exe", "evil\uFFFDgpj.exe")]
    [InlineData("\u2066a\u2069\u200E\u200F", "\uFFFDa\uFFFD\uFFFD\uFFFD")]
    [InlineData("\uFEFFa", "\uFFFDa")]
    [InlineData("\u007F", "\uFFFD")]
    public void Control_characters_are_replaced(string text, string clean) => Assert.Equal(clean, TerminalText.Clean(text));

    [Theory]
    [InlineData("plain text, ünïcode, 日本語")]
    [InlineData("👩‍💻 family")] // joined by a zero-width joiner
    [InlineData("می‌خواهم")] // needs the zero-width non-joiner
    [InlineData("")]
    public void Other_text_is_left_as_it_is(string text) => Assert.Same(text, TerminalText.Clean(text));

    [Fact]
    public void No_text_is_empty_text() => Assert.Equal("", TerminalText.Clean(null));

    [Fact]
    public void Errors_cannot_carry_control_characters()
    {
        var fault = new SentryException("Id", SentryErrorCategory.InvalidData, "\e[2J", "\a");

        Assert.Equal(("\uFFFD[2J", "\uFFFD"), (fault.Message, fault.RecommendedAction));
    }
}
