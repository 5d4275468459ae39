using System.Globalization;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>Pages become one list: in order, one page ahead, and never silently short.</summary>
public sealed class PageReaderTests
{
    private static readonly SentryException Broken = new(
        "SentryServerError",
        SentryErrorCategory.ResourceUnavailable,
        "Sentry failed.",
        "Try again.");

    [Fact]
    public async Task Pages_become_one_stream_in_order()
    {
        var source = new Pages(["a", "b"], ["c"], [], ["d"]);

        Assert.Equal("a b c d", await source.ReadAllAsync());
        Assert.Equal([null, Pages.Cursor(1), Pages.Cursor(2), Pages.Cursor(3)], source.Asked);
    }

    [Fact]
    public async Task The_first_item_comes_before_the_second_page()
    {
        var second = new TaskCompletionSource();
        var source = new Pages(["a"], ["b"]) { Before = cursor => cursor is null ? Task.CompletedTask : second.Task };
        await using var items = source.Read();

        Assert.True(await items.MoveNextAsync());
        Assert.Equal("a", items.Current);
        var next = items.MoveNextAsync();
        Assert.False(next.IsCompleted);
        second.SetResult();
        Assert.True(await next);
    }

    [Fact]
    public async Task Exactly_one_page_is_fetched_ahead()
    {
        var source = new Pages(["a", "b"], ["c"], ["d"], ["e"]);
        await using var items = source.Read();

        await items.MoveNextAsync();
        Assert.Equal(2, source.Asked.Count);
        await items.MoveNextAsync();
        Assert.Equal(2, source.Asked.Count);
        await items.MoveNextAsync();
        Assert.Equal(3, source.Asked.Count);
    }

    [Fact]
    public async Task A_reader_that_stops_also_stops_the_page_on_its_way()
    {
        var source = new Pages(["a"], ["b"], ["c"])
        {
            Before = cursor => cursor is null ? Task.CompletedTask : new TaskCompletionSource().Task,
        };
        var items = source.Read();
        await items.MoveNextAsync();
        Assert.False(source.Token.IsCancellationRequested);

        await items.DisposeAsync();

        Assert.True(source.Token.IsCancellationRequested);
        Assert.Equal(2, source.Asked.Count);
    }

    [Fact]
    public async Task Cancelling_reaches_the_page_on_its_way()
    {
        using var cancel = new CancellationTokenSource();
        var source = new Pages(["a"], ["b"]) { Before = cursor => cursor is null ? Task.CompletedTask : new TaskCompletionSource().Task };
        await using var items = source.Read(cancel.Token);
        await items.MoveNextAsync();
        var next = items.MoveNextAsync();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task Items_that_slide_to_the_next_page_come_once()
    {
        var source = new Pages(["a", "b", "c"], ["c", "d", "e"], ["e", "f"]);

        Assert.Equal("a b c d e f", await source.ReadAllAsync());
    }

    [Fact]
    public async Task Items_without_an_id_all_come()
    {
        var source = new Pages(["", ""], [""]);

        Assert.Equal("  ", await source.ReadAllAsync());
    }

    [Fact]
    public async Task Each_item_knows_when_its_page_was_read()
    {
        var times = new List<DateTimeOffset>();
        await foreach (var (_, readAt) in new Pages(["a"], ["b"]).Reader.ReadAsync(CancellationToken.None))
        {
            times.Add(readAt);
        }

        Assert.Equal([Pages.ReadAt, Pages.ReadAt.AddMinutes(1)], times);
    }

    [Fact]
    public async Task The_last_page_ends_the_list_even_with_a_cursor()
    {
        var source = new Pages(["a"], ["b"]) { LinkOf = _ => new LinkHeader("more:0:0", HasNext: false) };

        Assert.Equal("a", await source.ReadAllAsync());
        Assert.Single(source.Asked);
    }

    [Fact]
    public async Task Without_a_link_header_the_end_is_unknown()
    {
        var fault = await BreakAsync(new Pages(["a", "b"]) { LinkOf = _ => null });

        Assert.Equal((2, 1, SentryErrorCategory.InvalidResult), (fault.ItemsRead, fault.PagesRead, fault.Category));
        Assert.Contains("Link header", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_results_the_end_is_unknown()
    {
        var fault = await BreakAsync(new Pages(["a"]) { LinkOf = _ => new LinkHeader("0:100:0", HasNext: null) });

        Assert.Equal((1, 1), (fault.ItemsRead, fault.PagesRead));
    }

    [Fact]
    public async Task More_without_a_cursor_is_not_the_end() =>
        Assert.Equal(1, (await BreakAsync(new Pages(["a"]) { LinkOf = _ => new LinkHeader(NextCursor: null, HasNext: true) })).PagesRead);

    [Fact]
    public async Task A_cursor_that_points_at_itself_is_not_followed_for_ever()
    {
        var source = new Pages(["a"], ["b"], ["c"]) { LinkOf = _ => new LinkHeader(Pages.Cursor(1), HasNext: true) };

        var fault = await BreakAsync(source);

        Assert.Equal((2, 2), (fault.ItemsRead, fault.PagesRead));
        Assert.Equal(2, source.Asked.Count);
        Assert.Contains($"one that was read before ({Pages.Cursor(1)})", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_later_on_says_how_much_came()
    {
        var source = new Pages(["a", "b"], ["b", "c"], ["d"])
        {
            Before = cursor => cursor == Pages.Cursor(2) ? Task.FromException(Broken) : Task.CompletedTask,
        };

        var fault = await BreakAsync(source);

        Assert.Equal((3, 2, "members of acme"), (fault.ItemsRead, fault.PagesRead, fault.Listing));
        Assert.Equal(("IncompleteListing", Broken.Category), (fault.ErrorId, fault.Category));
        Assert.Same(Broken, fault.InnerException);
        Assert.Contains("3 items", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_on_the_first_page_is_just_that_failure() =>
        Assert.Same(
            Broken,
            await Assert.ThrowsAsync<SentryException>(() => new Pages(["a"]) { Before = _ => Task.FromException(Broken) }.ReadAllAsync()));

    [Fact]
    public async Task At_most_two_pages_are_held()
    {
        const int Count = 12;
        var source = new Pages([.. Enumerable.Range(0, Count).Select(page => new[] { page.ToString(CultureInfo.InvariantCulture) })]);
        await using var items = source.Read();

        for (var read = 0; read < Count; read++)
        {
            Assert.True(await items.MoveNextAsync());
            Assert.InRange(source.Alive(), 1, 2);
        }
    }

    private static async Task<IncompleteListingException> BreakAsync(Pages source) =>
        await Assert.ThrowsAsync<IncompleteListingException>(source.ReadAllAsync);
}
