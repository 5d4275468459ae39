using SentryAudit.Http;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>A server, or a proxy in front of it, that repeats the token: it is hidden wherever an answer can be quoted.</summary>
public sealed class EchoTests
{
    private const string Token = "sntrys_eyJpYXQiOjE3fQ+/==_Zm9vYmFy";

    public static TheoryData<string> Forms => new()
    {
        Token,
        Token.ToUpperInvariant(),
        Uri.EscapeDataString(Token),
        // What is shown of a header is cut after 200 characters.
        new string('a', 190) + Token,
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_header_that_repeats_the_token_shows_it_nowhere(string echo)
    {
        string[] headers =
        [
            "X-Sentry-Request-Id", "X-Request-Id", "Sentry-Trace", "X-Sentry-Deprecation-Date", "X-Sentry-Replacement-Endpoint", "Location",
            "Retry-After", "Date", "Content-Type", "Link", "X-Other",
        ];
        foreach (var status in new[] { 200, 202, 302, 401, 403, 404, 410, 429, 500 })
        {
            await AssertHiddenAsync(headers.Aggregate(StubAnswer.Json("{}", status), (answer, header) => answer.With(header, echo)));
            await AssertHiddenAsync(StubAnswer.Empty(status).With("Location", $"https://evil.example/?token={echo}"));
        }
    }

    [Fact]
    public async Task A_host_that_repeats_the_token_is_not_shown()
    {
        const string Plain = "sntryu_00112233445566778899aabbccddeeff";
        await using var server = new StubServer(StubAnswer.Empty(302).With("Location", $"https://{Plain}.evil.example/"));
        using var line = new Line(server.BaseUri, token: Plain);

        var fault = await line.FailAsync();

        Assert.Contains("a redirect to https://***.evil.example", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_cursor_that_repeats_the_token_is_not_followed(string echo)
    {
        await using var server = new StubServer(
            StubAnswer.Json("[]").With("Link", $"<https://sentry.example/>; rel=\"next\"; results=\"true\"; cursor=\"{echo}\""));
        using var line = new Line(server.BaseUri, token: Token);

        // Neither another page, nor the last one.
        Assert.Equal(new LinkHeader(NextCursor: null, HasNext: null), (await line.GetAsync()).Link);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_status_line_that_repeats_the_token_shows_it_nowhere(string echo)
    {
        await AssertHiddenAsync(StubAnswer.Json("[]", 500) with { Reason = echo });
        foreach (var head in new[] { $"HTTP/1.1 {echo}", echo, $"HTTP/1.1 200 OK\r\n{echo}", $"HTTP/1.1 200 OK\r\nContent-Length: {echo}" })
        {
            await AssertHiddenAsync(StubAnswer.Json("[]") with { RawHead = $"{head}\r\n\r\n", CutAfter = 2 });
        }

        await AssertHiddenAsync(StubAnswer.Json("[]").With("Content-Encoding", "gzip, " + echo));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_body_that_repeats_the_token_shows_it_nowhere(string echo)
    {
        string[] bodies =
        [
            $$"""{"detail":"{{echo}}"}""", $$$"""{"detail":{"code":"{{{echo}}}","message":"{{{echo}}}"}}""", $$"""["{{echo}}"]""", echo,
            $$"""{"errorId":"{{echo}}","error":"{{echo}}"}""", $$"""{"{{echo}}":["no"]}""", $$"""[{"{{echo}}":{"a":[}""", $"<p>{echo}</p>",
        ];
        foreach (var body in bodies)
        {
            await AssertHiddenAsync(StubAnswer.Json(body));
            await AssertHiddenAsync(StubAnswer.Json(body, 400));
        }
    }

    private static async Task AssertHiddenAsync(StubAnswer answer)
    {
        await using var server = new StubServer(answer);
        using var line = new Line(server.BaseUri, token: Token, retries: 1);

        var fault = await Record.ExceptionAsync(() => line.GetAsync());

        Assert.False(fault is TimeoutException, "No answer came.");
        string?[] shown =
        [
            .. Texts(fault), .. line.Observer.Exchanges.Select(exchange => exchange.ToString()),
            .. line.Waits.Select(wait => wait.ToString()), .. line.Observer.Deprecations.Select(notice => notice.ToString()),
        ];
        foreach (var part in new[] { Token, Uri.EscapeDataString(Token), "eyJpYXQ" })
        {
            Assert.All(shown, text => Assert.DoesNotContain(part, text ?? "", StringComparison.OrdinalIgnoreCase));
        }
    }

    private static IEnumerable<string?> Texts(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault.ToString();
            yield return (fault as SentryException)?.RecommendedAction;
            yield return fault is SentryApiException api ? $"{api.Detail} {api.Code} {api.RequestId} {api.Endpoint}" : null;
        }
    }
}
