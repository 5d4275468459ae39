using System.IO.Compression;
using System.Text;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>Answers that would fill the memory. Measured as all that is allocated meanwhile, which is never less than the peak.</summary>
[Collection(nameof(LargeAnswerTests))]
[CollectionDefinition(nameof(LargeAnswerTests), DisableParallelization = true)]
public sealed class LargeAnswerTests
{
    private const int MiB = 1 << 20;

    public static TheoryData<string, string, string> Endless => new()
    {
        { "[\"", "a", "a single value of more than 8 MiB" },
        { "[{\"name of a property: ", "a", "a single value of more than 8 MiB" },
        { "[{\"nobody asked\":\"", "\\\"", "a single value of more than 8 MiB" },
        { "[", "1", "a single value of more than 8 MiB" },
        { "[", " ", "a single value of more than 8 MiB" },
        { "[{}", ",{}", "more than 262,144 objects and lists" },
        { "[{\"id\":\"1\"}", ",null", "more than 2,097,152 values" },
        { "[{\"id\":\"1\"}", ",{\"nobody asked\":\"" + new string('a', 999) + "\"}", "more than 64 MiB of JSON" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task An_answer_without_end_is_given_up_early(string start, string again, string measure)
    {
        await using var server = new StubServer(Bomb(start, again, 10_000L * MiB));
        using var line = new Line(server.BaseUri, attemptTimeout: TimeSpan.FromHours(1));
        await WarmUpAsync();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var fault = await line.FailAsync();
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(("SentryAnswerTooLarge", SentryErrorCategory.LimitsExceeded), (fault.ErrorId, fault.Category));
        Assert.Contains(measure, fault.Message, StringComparison.Ordinal);
        Assert.Contains("-MaximumAnswerSize", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 150 * MiB);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_large_answer_within_the_limit_is_read()
    {
        var members = string.Join(',', Enumerable.Repeat($$"""{"id":"1","nobody asked":"{{new string('a', 9_999)}}"}""", 6_000));
        await using var server = new StubServer(StubAnswer.Json($"[{members}]"));
        using var line = new Line(server.BaseUri);

        Assert.Equal(6_000, (await line.GetAsync()).Value!.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_limit_is_the_connections_own(int limit)
    {
        var members = string.Join(',', Enumerable.Repeat($$"""{"id":"1","nobody asked":"{{new string('a', 999)}}"}""", 1_200));
        await using var server = new StubServer(StubAnswer.Json($"[{members}]"));
        using var line = new Line(server.BaseUri, answerSize: limit * MiB);

        var fault = await Record.ExceptionAsync(() => line.GetAsync());

        Assert.Equal(limit == 1 ? "SentryAnswerTooLarge" : null, (fault as SentryApiException)?.ErrorId);
        Assert.Equal(limit == 1, fault?.Message.Contains("more than 1 MiB of JSON", StringComparison.Ordinal) ?? false);
    }

    private static async Task WarmUpAsync()
    {
        await using var server = new StubServer(StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri);
        await line.GetAsync();
    }

    // Ten gigabytes in ten megabytes: gzip may consist of many members, of which one is enough, many times over.
    private static StubAnswer Bomb(string start, string again, long size)
    {
        var repeated = string.Concat(Enumerable.Repeat(again, MiB / again.Length));
        var (head, member) = (Compress(start), Compress(repeated));
        var count = (int)(size / repeated.Length);
        var body = new byte[head.Length + ((long)count * member.Length)];
        head.CopyTo(body, 0);
        for (var i = 0; i < count; i++)
        {
            member.CopyTo(body, head.Length + (i * member.Length));
        }

        return new StubAnswer(200, body, "application/json").With("Content-Encoding", "gzip");
    }

    private static byte[] Compress(string text)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.ToArray();
    }
}
