using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Http;

public sealed class LinkHeaderTests
{
    private const string Previous = "<https://sentry.io/api/0/x/?&cursor=0:0:1>; rel=\"previous\"; results=\"false\"; cursor=\"0:0:1\"";

    [Theory]
    [InlineData("<https://us.sentry.io/api/0/x/?&cursor=100:1:0>; rel=\"next\"; results=\"true\"; cursor=\"100:1:0\"", "100:1:0", true)]
    [InlineData("<https://us.sentry.io/?q=a,b;c>; rel=\"next\"; results=\"true\"; cursor=\"1:2:3\"", "1:2:3", true)]
    [InlineData("<x>; cursor=\"1:2:3\"; results=\"true\"; rel=\"next\"", "1:2:3", true)]
    [InlineData("<x>;rel=\"next\";results=\"true\";cursor=\"1:2:3\"", "1:2:3", true)]
    [InlineData("<x>; REL=\"next\"; Results=\"true\"; Cursor=\"1:2:3\"", "1:2:3", true)]
    [InlineData("<x>; rel=next; results=true; cursor=1:2:3", "1:2:3", true)]
    [InlineData("<x>; rel=\"next\"; results=\"false\"; cursor=\"1:2:3\"", "1:2:3", false)]
    [InlineData("<x>; rel=\"next\"; results=\"true\"; cursor=\"a,b;c:0:0\"", "a,b;c:0:0", true)]
    [InlineData("<x>; rel=\"next\"; cursor=\"1:2:3\"", "1:2:3", null)]
    [InlineData("<x>; rel=\"next\"; results=\"maybe\"; cursor=\"1:2:3\"", "1:2:3", null)]
    [InlineData("<x>; rel=\"next\"; results=\"true\"", null, true)]
    public void The_next_link_is_read_by_name(string next, string? cursor, bool? hasNext)
    {
        Assert.Equal(new LinkHeader(cursor, hasNext), LinkHeader.Parse($"{Previous}, {next}"));
        Assert.Equal(new LinkHeader(cursor, hasNext), LinkHeader.Parse($"{next}, {Previous}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void No_header_is_no_link(string? header) => Assert.Null(LinkHeader.Parse(header));

    [Theory]
    [InlineData(Previous)]
    [InlineData("nonsense")]
    [InlineData("<unclosed; rel=\"next\"")]
    [InlineData(",;,;")]
    public void A_header_without_a_next_link_says_neither_yes_nor_no(string header) =>
        Assert.Equal(new LinkHeader(NextCursor: null, HasNext: null), LinkHeader.Parse(header));
}
