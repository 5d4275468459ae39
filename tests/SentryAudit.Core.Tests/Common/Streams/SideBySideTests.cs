using System.Runtime.CompilerServices;
using SentryAudit.Common.Streams;

namespace SentryAudit.Core.Tests.Common.Streams;

public sealed class SideBySideTests
{
    private const int ReadAhead = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public async Task Lists_come_one_after_the_other_however_long_each_takes(int parallelism)
    {
        var parts = await SideBySide
            .ReadAsync(Enumerable.Range(0, 10), parallelism, (number, ct) => Texts(number, 3, ct), default)
            .ToListAsync();

        Assert.Equal(
            Enumerable.Range(0, 10).SelectMany(number => new[] { $"{number}", $"{number}", $"{number}", "end" }),
            parts.Select(part => part.Item ?? "end"));
        Assert.All(parts, part => Assert.Null(part.Fault));
    }

    [Fact]
    public async Task Only_so_many_are_read_at_once_and_each_holds_only_so_much()
    {
        const int Lists = 4;
        const int Most = Lists * (ReadAhead + 2);
        var read = 0;
        async IAsyncEnumerable<string> Endless(int number, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Interlocked.Increment(ref read);
                yield return $"{number}";
                await Task.Yield();
            }
        }

        await using (var parts = SideBySide.ReadAsync(Enumerable.Range(0, 10), Lists, Endless, default).GetAsyncEnumerator())
        {
            Assert.True(await parts.MoveNextAsync());

            // Until all of them are full, and a while longer.
            for (var turns = 0; Volatile.Read(ref read) < Lists * ReadAhead || turns++ < 1000;)
            {
                await Task.Yield();
            }
        }

        Assert.InRange(read, Lists * ReadAhead, Most);
    }

    [Fact]
    public async Task A_failure_ends_its_list_and_the_next_goes_on()
    {
        var parts = await SideBySide.ReadAsync(new[] { 1, -1, 2 }, 8, (number, ct) => Texts(number, 2, ct), default).ToListAsync();

        Assert.Equal(["1", "1", "end", "Broken", "2", "2", "end"], parts.Select(part => part.Item ?? part.Fault?.ErrorId ?? "end"));
        Assert.Equal([1, 1, 1, -1, 2, 2, 2], parts.Select(part => part.Part));
    }

    [Fact]
    public async Task An_exception_that_is_not_Sentrys_comes_out_as_it_is()
    {
        static async IAsyncEnumerable<string> Throwing(int number, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return number > 0 ? "fine" : throw new InvalidDataException();
        }

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
            await SideBySide.ReadAsync(new[] { 1, -1 }, 8, Throwing, default).ToListAsync());
    }

    [Fact]
    public async Task It_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in SideBySide.ReadAsync(Enumerable.Range(0, 10), 2, (number, ct) => Texts(number, 2, ct), stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    private static async IAsyncEnumerable<string> Texts(int number, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            // The first ones are the slowest.
            for (var turns = 0; turns < 10 - number; turns++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            yield return number >= 0
                ? $"{number}"
                : throw new SentryException("Broken", SentryErrorCategory.NotSpecified, "It broke.", "Mend it.");
        }
    }
}
