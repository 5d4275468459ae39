using SentryAudit.Common.Text;

namespace SentryAudit.Core.Tests.Common.Text;

/// <summary>PowerShell's wildcards, as its own WildcardPattern decides them.</summary>
public sealed class WildcardExpressionTests
{
    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ABC", true)]
    [InlineData("abc", "abcd", false)]
    [InlineData("abc", "xabc", false)]
    [InlineData("abc", "abc\n", false)]
    [InlineData("a*", "a", true)]
    [InlineData("a*", "abc", true)]
    [InlineData("*", "", true)]
    [InlineData("*", "a\nb", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("?", "", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("a+(b)|c^$", "a+(b)|c^$", true)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[a-c]x", "BX", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[abc]x", "cx", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[*]", "*", true)]
    [InlineData("[*]", "x", false)]
    [InlineData("[!a]x", "!x", true)] // no negation in PowerShell
    [InlineData("[!a]x", "ax", true)]
    [InlineData("[!a]x", "bx", false)]
    [InlineData("[^a]x", "^x", true)]
    [InlineData("[^a]x", "bx", false)]
    [InlineData("[\\d]", "d", true)]
    [InlineData("[\\d]", "5", false)]
    [InlineData("[a[]", "[", true)]
    [InlineData("[]a]", "]", true)] // right behind the opening one it is an ordinary character
    [InlineData("[]a]", "a", true)]
    [InlineData("[`]]", "]", true)]
    [InlineData("[a`-c]", "-", true)]
    [InlineData("[a`-c]", "b", false)]
    [InlineData("[a-z-[aeiou]]", "[]", true)] // not a subtraction of classes like that of .NET, but a class and then a bracket
    [InlineData("[a-z-[aeiou]]", "b]", true)]
    [InlineData("[a-z-[aeiou]]", "b", false)]
    [InlineData("`*", "*", true)]
    [InlineData("`*", "a", false)]
    [InlineData("a`?b", "a?b", true)]
    [InlineData("`[a]", "[a]", true)]
    [InlineData("``", "`", true)]
    [InlineData("a`", "a`", true)]
    [InlineData("a]", "a]", true)]
    [InlineData("İ*", "i", false)] // no culture's own casing
    public void A_pattern_matches_as_in_PowerShell(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new WildcardExpression(pattern).IsMatch(text));

    [Theory]
    [InlineData("[abc", "[abc")] // PowerShell refuses these; as keys they are taken literally
    [InlineData("a[", "a[")]
    [InlineData("[]", "[]")]
    [InlineData("[z-a]", "[z-a]")]
    public void What_PowerShell_would_refuse_is_literal(string pattern, string text)
    {
        Assert.True(new WildcardExpression(pattern).IsMatch(text));
        Assert.False(new WildcardExpression(pattern).IsMatch("b"));
    }

    [Theory]
    [InlineData("abc", false)]
    [InlineData("a.b@c+d", false)]
    [InlineData("a]", false)]
    [InlineData("a*", true)]
    [InlineData("a?", true)]
    [InlineData("[a]", true)]
    [InlineData("a`b", true)]
    public void Text_is_a_pattern_when_it_has_a_special_character(string text, bool isPattern) =>
        Assert.Equal(isPattern, WildcardExpression.IsWildcard(text));

    [Fact]
    public void Null_matches_no_pattern() => Assert.False(new WildcardExpression("*").IsMatch(null));

    [Fact]
    public void Many_stars_do_not_take_for_ever() =>
        Assert.False(new WildcardExpression(string.Concat(Enumerable.Repeat("*a", 30)) + "*b").IsMatch(new string('a', 300)));
}
