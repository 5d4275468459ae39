using System.Runtime.CompilerServices;
using SentryAudit.Api;

namespace SentryAudit.Core.Tests.Api;

public sealed class OrderedMergeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Streams_come_one_after_the_other_however_long_each_takes(int parallelism)
    {
        var merged = await Enumerable.Range(0, 10).ConcatInParallel(parallelism, (number, ct) => Numbers(number, 3, ct), default).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 10).SelectMany(number => new[] { number, number, number }), merged);
    }

    [Fact]
    public async Task Only_so_many_are_read_at_once_and_each_holds_only_so_much()
    {
        var read = 0;
        async IAsyncEnumerable<int> Endless(int number, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Interlocked.Increment(ref read);
                yield return number;
                await Task.Yield();
            }
        }

        await using (var merged = Enumerable.Range(0, 10).ConcatInParallel(4, Endless, default).GetAsyncEnumerator())
        {
            Assert.True(await merged.MoveNextAsync());
            await Task.Delay(200);
        }

        Assert.InRange(read, 1, 4 * 202);
    }

    [Fact]
    public async Task A_failure_comes_in_its_place_as_itself()
    {
        var seen = new List<int>();

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in new[] { 1, -1, 2 }.ConcatInParallel(8, (number, ct) => Numbers(number, 2, ct), default))
            {
                seen.Add(item);
            }
        });

        Assert.Equal([1, 1], seen);
    }

    [Fact]
    public async Task It_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Enumerable.Range(0, 10).ConcatInParallel(2, (number, ct) => Numbers(number, 2, ct), stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    private static async IAsyncEnumerable<int> Numbers(int number, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            // The first ones are the slowest.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, 10 - number)), cancellationToken);
            yield return number >= 0 ? number : throw new InvalidDataException();
        }
    }
}
