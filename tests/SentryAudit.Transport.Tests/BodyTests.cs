using System.IO.Compression;
using System.Text;
using SentryAudit.Http;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

public sealed class BodyTests
{
    private const string TwoMembers = """[{"id":"1","email":"a@example.com"},{"id":2}]""";

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_bodies_are_read(string encoding)
    {
        var answer = new StubAnswer(200, Compress(encoding, TwoMembers), "application/json").With("Content-Encoding", encoding);

        var response = await GetAsync(answer);

        Assert.Equal("1 2", string.Join(' ', response.Value!.Select(member => member.Id)));
    }

    [Fact]
    public async Task An_answer_brings_status_link_and_time()
    {
        await using var server = new StubServer(
            StubAnswer.Json("[]", 201).With("Link", "<https://evil.example/?cursor=x>; rel=\"next\"; results=\"true\"; cursor=\"0:100:0\"")
        );
        using var line = new Line(server.BaseUri);

        var response = await line.GetAsync();

        Assert.Equal(201, response.Status);
        Assert.Equal("0:100:0", response.Link!.NextCursor);
        Assert.True(response.Link.HasNext);
        Assert.Equal(line.Clock.GetUtcNow(), response.ReceivedAt);
    }

    [Theory]
    [InlineData("230", null, 230L)]
    [InlineData("230", "1000", 230L)]
    [InlineData("1000", "1000", null)]
    [InlineData("-1", null, null)]
    [InlineData("99999999999999999999999", null, null)]
    [InlineData("many", null, null)]
    [InlineData("", null, null)]
    public async Task A_count_is_known_below_its_limit_only(string hits, string? most, long? total)
    {
        var answer = StubAnswer.Json("[]").With("X-Hits", hits);

        Assert.Equal(total, (await GetAsync(most is null ? answer : answer.With("X-Max-Hits", most))).Total);
    }

    [Fact]
    public async Task Without_a_Link_header_there_is_no_link() => Assert.Null((await GetAsync(StubAnswer.Json("[]"))).Link);

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task An_empty_body_reads_as_null(int status)
    {
        var response = await GetAsync(StubAnswer.Empty(status));

        Assert.Equal(status, response.Status);
        Assert.Null(response.Value);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/json")]
    [InlineData("")]
    public async Task A_sign_in_page_is_not_an_answer(string contentType)
    {
        await using var server = new StubServer(StubAnswer.Html(contentType: contentType));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Equal(("SentryInvalidResponse", SentryErrorCategory.InvalidResult), (fault.ErrorId, fault.Category));
        Assert.Contains("web page", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Truncated_JSON_is_asked_for_again()
    {
        await using var server = new StubServer(StubAnswer.Json(TwoMembers[..30]), StubAnswer.Json(TwoMembers));
        using var line = new Line(server.BaseUri);

        Assert.Equal(2, (await line.GetAsync()).Value!.Length);
        Assert.Equal("The answer was cut off", Assert.Single(line.Waits).Reason);
    }

    [Fact]
    public async Task JSON_that_stays_truncated_is_an_error()
    {
        await using var server = new StubServer(StubAnswer.Json(TwoMembers[..30]));
        using var line = new Line(server.BaseUri, retries: 2);

        var fault = await line.FailAsync();

        Assert.Equal(("SentryInvalidResponse", 200), (fault.ErrorId, fault.Status));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"detail":"not a list"}""")]
    [InlineData("""[{"id":"1"},[]]""")]
    public async Task JSON_of_another_shape_is_not_asked_for_again(string body)
    {
        await using var server = new StubServer(StubAnswer.Json(body));
        using var line = new Line(server.BaseUri);

        Assert.Equal("SentryInvalidResponse", (await line.FailAsync()).ErrorId);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_that_ends_early_is_asked_for_again()
    {
        await using var server = new StubServer(StubAnswer.Json(TwoMembers) with { CutAfter = 20 }, StubAnswer.Json(TwoMembers));
        using var line = new Line(server.BaseUri);

        Assert.Equal(2, (await line.GetAsync()).Value!.Length);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_POST_whose_body_ends_early_is_not_repeated()
    {
        await using var server = new StubServer(StubAnswer.Json(TwoMembers) with { CutAfter = 20 });
        using var line = new Line(server.BaseUri);

        await line.FailAsync(line.Members() with { Method = HttpMethod.Post });

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Broken_compression_is_an_error_and_no_crash()
    {
        await using var server = new StubServer(
            new StubAnswer(200, "certainly not gzip"u8.ToArray(), "application/json").With("Content-Encoding", "gzip"));
        using var line = new Line(server.BaseUri, retries: 1);

        Assert.Equal("SentryInvalidResponse", (await line.FailAsync()).ErrorId);
    }

    [Fact]
    public async Task The_connection_is_used_again_after_every_kind_of_answer()
    {
        await using var server = new StubServer(
            StubAnswer.Json("[]"),
            StubAnswer.Empty(204),
            StubAnswer.Json("""{"detail":"no"}""", 404),
            StubAnswer.Json("[]"));
        using var line = new Line(server.BaseUri);

        await line.GetAsync();
        await line.GetAsync();
        await line.FailAsync();
        await line.GetAsync();

        Assert.Equal((4, 1), (server.Requests.Count, server.Connections));
    }

    private static async Task<SentryResponse<Api.Wire.WireMember[]>> GetAsync(StubAnswer answer)
    {
        await using var server = new StubServer(answer);
        using var line = new Line(server.BaseUri, retries: 0);
        return await line.GetAsync();
    }

    private static byte[] Compress(string encoding, string text)
    {
        var buffer = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(buffer, CompressionLevel.Fastest),
            "br" => new BrotliStream(buffer, CompressionLevel.Fastest),
            _ => new ZLibStream(buffer, CompressionLevel.Fastest),
        })
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return buffer.ToArray();
    }
}
