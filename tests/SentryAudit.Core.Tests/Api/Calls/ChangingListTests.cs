using SentryAudit.Api.Calls;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>
/// The promise of every listing: what was there from the first request to the last is given exactly once, or the listing is an error.
/// </summary>
public sealed class ChangingListTests
{
    private const int Trials = 1500;

    private static readonly int[] Churns = [0, 1, 3, 8];

    public static IEnumerable<object[]> Servers =>
        from dialect in Enum.GetValues<PagingDialect>()
        from moves in new[] { false, true }
        from counts in new[] { false, true }

        // Keys that change and no count: nothing that such a server says can prove its list.
        where !(dialect is PagingDialect.ByKey && moves && !counts)
        select new object[] { dialect, moves, counts };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Whatever_changes_between_two_pages_everything_is_given_once_or_the_listing_is_an_error(
        PagingDialect dialect, bool moves, bool counts)
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var list = new ChangingList(seed) { Dialect = dialect, Moves = moves, Counts = counts, Churn = Churns[seed % 4] };
            var (items, isWhole) = await ReadAsync(list, moves ? ListOrder.Moves : ListOrder.Holds);

            Assert.True(items.Count == items.Distinct(StringComparer.Ordinal).Count(), $"seed {seed}: an item came twice");
            Assert.True(!isWhole || list.Lasting.IsSubsetOf(items), $"seed {seed}: lost {list.Lasting.Except(items).FirstOrDefault()}");
        }
    }

    [Theory]
    [InlineData(PagingDialect.ByPage)]
    [InlineData(PagingDialect.ByItem)]
    [InlineData(PagingDialect.ByKey)]
    public async Task Where_cursors_can_be_anchored_a_changing_list_is_read_to_its_end(PagingDialect dialect)
    {
        var broken = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var list = new ChangingList(seed) { Dialect = dialect, Churn = Churns[seed % 4] };
            broken += (await ReadAsync(list, ListOrder.Holds)).IsWhole ? 0 : 1;
        }

        Assert.InRange(broken, 0, Trials / 100);
    }

    [Theory]
    [InlineData(PagingDialect.ByPage)]
    [InlineData(PagingDialect.NumberOnly)]
    [InlineData(PagingDialect.OwnOnly)]
    [InlineData(PagingDialect.Opaque)]
    public async Task A_list_that_stays_as_it_is_can_always_be_proved(PagingDialect dialect)
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var list = new ChangingList(seed) { Dialect = dialect };

            var (items, isWhole) = await ReadAsync(list, ListOrder.Moves);

            Assert.True(isWhole, $"seed {seed}");
            Assert.Equal(list.Length, items.Count);
        }
    }

    [Fact]
    public async Task Plain_paging_loses_somebody_in_these_lists()
    {
        var lost = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var list = new ChangingList(seed) { Churn = Churns[seed % 4] };
            var items = new HashSet<string>(StringComparer.Ordinal);
            var page = await list.FetchAsync(cursor: null, CancellationToken.None);
            for (items.UnionWith(page.Items); page.Next!.HasNext is true; items.UnionWith(page.Items))
            {
                page = await list.FetchAsync(page.Next.NextCursor, CancellationToken.None);
            }

            lost += list.Lasting.IsSubsetOf(items) ? 0 : 1;
        }

        Assert.InRange(lost, Trials / 4, Trials);
    }

    [Fact]
    public async Task A_list_of_one_page_is_one_request()
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var list = new ChangingList(seed);
            foreach (var order in list.Length <= list.PageSize ? [ListOrder.Holds, ListOrder.Moves] : Array.Empty<ListOrder>())
            {
                var before = list.Requests;
                await ReadAsync(list, order);
                Assert.Equal(1, list.Requests - before);
            }
        }
    }

    [Fact]
    public async Task Anchors_cost_the_item_that_a_page_shares_with_the_one_before()
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var list = new ChangingList(seed);

            await ReadAsync(list, ListOrder.Holds);

            Assert.InRange(list.Requests, 1, 1 + (list.Length / (list.PageSize - 1)));
        }
    }

    private static async Task<(List<string> Items, bool IsWhole)> ReadAsync(ChangingList list, ListOrder order)
    {
        var items = new List<string>();
        try
        {
            await foreach (var (item, _) in list.Reader(order).ReadAsync(CancellationToken.None))
            {
                items.Add(item);
            }

            return (items, true);
        }
        catch (IncompleteListingException)
        {
            return (items, false);
        }
    }
}
