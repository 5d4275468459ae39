using SentryAudit.Common.Text;
using SentryAudit.Completion;
using SentryAudit.Requests;

namespace SentryAudit.Core.Tests.Completion;

public sealed class CompletionTextTests
{
    [Theory]
    [InlineData("web", "web")]
    [InlineData("web-1_a.b", "web-1_a.b")]
    [InlineData("web@1.0+7", "web@1.0+7")]
    [InlineData("a:b/c", "a:b/c")]
    [InlineData("573", "573")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("it\u2019s", "'it\u2019\u2019s'")] // PowerShell takes typographic quotes for plain ones
    [InlineData("a;rm -rf", "'a;rm -rf'")]
    [InlineData("$(evil)", "'$(evil)'")]
    [InlineData("a,b", "'a,b'")]
    [InlineData("a\"b", "'a\"b'")]
    [InlineData("@splat", "'@splat'")]
    [InlineData("-switch", "'-switch'")]
    [InlineData(".hidden", "'.hidden'")]
    [InlineData("#1", "'#1'")]
    [InlineData("", "''")]
    [InlineData("a*b", "'a`*b'")]
    [InlineData("a?", "'a`?'")]
    [InlineData("[web] down", "'`[web`] down'")]
    [InlineData("a`b", "'a``b'")]
    [InlineData("a]", "'a]'")]
    public void A_key_is_quoted_where_PowerShell_needs_it(string value, string argument) =>
        Assert.Equal(argument, CompletionText.Quote(value));

    [Theory]
    [InlineData("a*b")]
    [InlineData("[web] down?")]
    [InlineData("a`b]")]
    [InlineData("plain")]
    public void What_was_inserted_names_the_thing_itself(string value) =>
        Assert.True(new WildcardExpression(CompletionText.Quote(value).Trim('\'')).IsMatch(value));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("we", "we")]
    [InlineData("'we", "we")]
    [InlineData("\"we", "we")]
    [InlineData("'we'", "we")]
    [InlineData("we*", "we")]
    [InlineData("'we*'", "we")]
    [InlineData("'it''s", "it's")]
    [InlineData("it's", "it's")]
    public void What_was_typed_is_read_without_quote_and_star(string? word, string typed) =>
        Assert.Equal(typed, CompletionText.Typed(word));

    [Fact]
    public void What_begins_as_typed_comes_before_what_contains_it()
    {
        CompletionItem[] items = [new("my-web", ""), new("WEBSHOP", ""), new("api", ""), new("web", ""), new("a-web", "")];

        Assert.Equal(["web", "WEBSHOP", "a-web", "my-web"], CompletionText.Match(items, "Web").Select(item => item.Value));
    }

    [Fact]
    public void Nothing_typed_proposes_everything_in_order() =>
        Assert.Equal(["A", "b", "C"], CompletionText.Match([new("C", ""), new("A", ""), new("b", "")], "").Select(item => item.Value));
}
