using SentryAudit.Api.Calls;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>Which cursors can be computed, and what is computed of them.</summary>
public sealed class AnchoredPagesTests
{
    [Theory]
    [InlineData("100:1:0", 100, "99:1:0 99:2:0")]
    [InlineData("25:1:0", 25, "24:1:0 24:2:0")]
    [InlineData("0:100:0", 100, "0:99:0 0:198:0")]
    public void Pages_start_with_the_last_item_of_the_page_before(string next, int items, string computed)
    {
        var plan = AnchoredPages.After(First(items, next))!;

        Assert.Equal((null, computed), (plan.CursorOf(0), $"{plan.CursorOf(1)} {plan.CursorOf(2)}"));
    }

    [Theory]
    [InlineData("100:1:0", 50)] // thinned out after paging
    [InlineData("100:2:0", 100)]
    [InlineData("100:1:1", 100)] // backwards
    [InlineData("1756700000000:1:0", 100)]
    [InlineData("42:0:0", 42)]
    [InlineData("0:50:0", 100)]
    [InlineData("bz0xMDA=", 100)]
    [InlineData("1:1:0", 1)]
    [InlineData(null, 100)]
    public void Other_cursors_are_taken_as_they_come(string? next, int items) => Assert.Null(AnchoredPages.After(First(items, next)));

    [Theory]
    [InlineData("1756700000000:3:0", true)]
    [InlineData("1756700000000.5:0:0", true)]
    [InlineData("42:0:0", true)]
    [InlineData("42:1:0", false)]
    [InlineData("0:0:0", false)]
    public void Values_that_are_keys_are_known_by_their_size_or_by_no_offset(string cursor, bool isKey) =>
        Assert.Equal(isKey, PageCursor.Parse(cursor)!.Value.IsKey);

    [Theory]
    [InlineData("")]
    [InlineData("100:1")]
    [InlineData("a:1:0")]
    [InlineData("100:-1:0")]
    [InlineData("100:99999999999999999999:0")]
    [InlineData(":1:0")]
    public void What_is_no_cursor_of_Sentry_is_none(string cursor) => Assert.Null(PageCursor.Parse(cursor));

    [Fact]
    public void A_page_is_full_by_what_was_sent_though_some_of_it_is_no_item()
    {
        var page = First(99, "100:1:0") with { Rows = 100, Next = new LinkHeader(null, HasNext: false) };

        Assert.False(new AnchoredPages(100, IsByItem: false).IsLast(3, page));
    }

    private static Page<string> First(int items, string? next) =>
        new([.. Enumerable.Repeat("a", items)], new LinkHeader(next, HasNext: true), DateTimeOffset.UnixEpoch);
}
