using System.Globalization;
using SentryAudit.Api.Calls;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>What proves that a list is whole, and what gives up on it.</summary>
public sealed class ListProofTests
{
    [Fact]
    public async Task A_count_that_is_higher_than_what_came_is_an_error()
    {
        var source = new Served(["a", "b"], ["c"], []) { Total = 5 };

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(source.ReadAllAsync);

        Assert.Equal((3, "IncompleteListing", SentryErrorCategory.InvalidResult), (fault.ItemsRead, fault.ErrorId, fault.Category));
        Assert.Contains("others may be missing. Sentry counts 5 items, and 3 came.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(6, source.Asked.Count);
    }

    [Fact]
    public async Task A_count_that_is_lower_is_that_of_a_list_that_shrank() =>
        Assert.Equal("a b c", await new Served(["a", "b"], ["c"]) { Total = 2 }.ReadAllAsync());

    [Fact]
    public async Task What_was_added_in_front_while_a_counted_list_was_read_is_found()
    {
        var source = new Served(["a", "b"], ["c"]) { Total = 4 };
        source.Before = requests => source.Pages[0] = requests > 2 ? ["z", "a", "b"] : source.Pages[0];

        Assert.Equal("a b c z", await source.ReadAllAsync());
    }

    [Fact]
    public async Task A_list_whose_order_moves_is_read_until_two_readings_agree()
    {
        var source = new Served(["a", "b"], ["c"]) { Order = ListOrder.Moves };

        Assert.Equal("a b c", await source.ReadAllAsync());
        Assert.Equal(4, source.Asked.Count);
    }

    [Fact]
    public async Task What_jumped_over_the_page_in_hand_is_found_by_the_second_reading()
    {
        var source = new Served(["a", "b"], ["c", "d"]) { Order = ListOrder.Moves };
        source.Before = requests =>
        {
            if (requests == 2)
            {
                (source.Pages[0], source.Pages[1]) = (["d", "a"], ["b", "c"]);
            }
        };

        Assert.Equal("a b c d", await source.ReadAllAsync());
    }

    [Fact]
    public async Task A_list_that_never_stands_still_is_given_up()
    {
        var source = new Served(["a", "b"], ["c"]) { Order = ListOrder.Moves };
        source.Before = requests => source.Pages[1] = [requests.ToString(CultureInfo.InvariantCulture)];

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(source.ReadAllAsync);

        Assert.Contains("4 readings of it did not agree", fault.Message, StringComparison.Ordinal);
        Assert.Equal(8, source.Asked.Count);
    }

    [Fact]
    public async Task An_order_that_holds_proves_a_list_at_once()
    {
        var ordered = new Served(["d", "c"], ["b", "a"]);
        var source = new Served(["a", "b"], ["c"]) { Order = ListOrder.Moves, InOrder = ordered };

        Assert.Equal("a b c d", await source.ReadAllAsync());
        Assert.Equal((2, 2), (source.Asked.Count, ordered.Asked.Count));
    }

    [Fact]
    public async Task Cursors_that_go_round_in_a_circle_end_the_list()
    {
        var source = new Served(["a"], ["b"], ["c"], ["d"]) { NextOf = page => page == 3 ? 1 : page + 1, Last = 99 };

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(source.ReadAllAsync);

        Assert.Equal((4, 4), (fault.ItemsRead, fault.PagesRead));
        Assert.Contains("one that was read before", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_without_anything_new_end_the_list()
    {
        var source = new Served([.. Enumerable.Repeat(new[] { "a" }, 50)]) { Last = 99 };

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(source.ReadAllAsync);

        Assert.Equal((1, 11), (fault.ItemsRead, fault.PagesRead));
        Assert.Contains("10 pages in a row had nothing new", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_pages_end_the_list()
    {
        var source = new Served([["a"], .. Enumerable.Repeat(Array.Empty<string>(), 50)]) { Last = 99 };

        var fault = await Assert.ThrowsAsync<IncompleteListingException>(source.ReadAllAsync);

        Assert.Contains("5 empty pages in a row", fault.Message, StringComparison.Ordinal);
        Assert.Equal(6, source.Asked.Count);
    }

    [Fact]
    public async Task Items_without_ids_are_given_as_they_come()
    {
        var source = new Served(["a", "a"], ["a"]) { Order = ListOrder.Unknown, Total = 9 };

        Assert.Equal("a a a", await source.ReadAllAsync());
        Assert.Equal(2, source.Asked.Count);
    }

    /// <summary>Pages as they are when they are asked for, with the cursors of a list by keys.</summary>
    private sealed class Served(params string[][] pages)
    {
        public string[][] Pages { get; } = pages;

        public ListOrder Order { get; init; } = ListOrder.Holds;

        public long? Total { get; init; }

        public int Last { get; init; } = pages.Length - 1;

        public Func<int, int> NextOf { get; init; } = page => page + 1;

        public Served? InOrder { get; init; }

        public Action<int> Before { get; set; } = _ => { };

        public List<string?> Asked { get; } = [];

        public async Task<string> ReadAllAsync()
        {
            var items = new List<string>();
            var reader = new PageReader<string>("members of acme", FetchAsync, item => Order is ListOrder.Unknown ? null : item, Order)
            {
                FetchInOrder = InOrder is null ? null : InOrder.FetchAsync,
            };
            await foreach (var (item, _) in reader.ReadAsync(CancellationToken.None))
            {
                items.Add(item);
            }

            return string.Join(' ', items);
        }

        private Task<Page<string>> FetchAsync(string? cursor, CancellationToken cancellationToken)
        {
            Asked.Add(cursor);
            Before(Asked.Count);
            var page = cursor is null ? 0 : int.Parse(cursor.Split(':')[0], CultureInfo.InvariantCulture) - 1_000_000_000;
            var next = new LinkHeader($"{1_000_000_000 + NextOf(page)}:0:0", page < Last);
            return Task.FromResult(new Page<string>(Pages[page], next, DateTimeOffset.UnixEpoch) { Total = Total });
        }
    }
}
