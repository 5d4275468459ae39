using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>Heads that no Sentry sends: whatever a header says, an answer stays what its status makes it.</summary>
public sealed class HeadTests
{
    private static readonly string[] Used =
    [
        "Date", "Retry-After", "Link", "Location", "Content-Type", "X-Sentry-Rate-Limit-Limit", "X-Sentry-Rate-Limit-Remaining",
        "X-Sentry-Rate-Limit-Reset", "X-Sentry-Rate-Limit-ConcurrentLimit", "X-Sentry-Deprecation-Date", "X-Sentry-Replacement-Endpoint",
        "X-Sentry-Request-Id", "X-Request-Id", "Sentry-Trace", "X-Hits", "X-Max-Hits",
    ];

    private static readonly string[] Values =
    [
        "", " ", "-1", "0", "-99999999999999999999", "99999999999999999999", "253402300799", "253402300800", "1e308", "1e14", "NaN", "0x10",
        "Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 +2300", "gr\u00f6\u00dfe \u00ff",
        "\u001b[31m", "https://\u00f6/", "https://[", "http://a b/", "<>; rel=\"next\"; cursor=\"\u00f6\"; results=\"true\"", "<,;\"=,",
        "text/", "text/html; charset=\u00f6", "a, b", new('9', 8_000), new(';', 8_000),
    ];

    public static TheoryData<string, int> HeadersAndStatuses
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var header in Used)
            {
                foreach (var status in new[] { 200, 302, 404, 410, 429, 503 })
                {
                    all.Add(header, status);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(HeadersAndStatuses))]
    public async Task No_value_of_a_header_changes_what_an_answer_is(string header, int status)
    {
        // A date of deprecation makes a brown-out of "gone", and a web page is no JSON: for that these two headers are there.
        var plain = status == 200 ? null : await OutcomeAsync(StubAnswer.Empty(status));
        string?[] expected =
        [
            plain,
            (header, status) switch
            {
                ("X-Sentry-Deprecation-Date", 410) => "SentryBrownout",
                ("Content-Type", 200) => "SentryInvalidResponse",
                _ => plain,
            },
        ];
        var answers = Values.SelectMany(value => Heads(status, header, value)).ToArray();
        await using var server = new StubServer(answers);
        foreach (var _ in answers)
        {
            Assert.Contains(await OutcomeAsync(server), expected, StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData(202, "not there yet")]
    [InlineData(206, "only a part")]
    public async Task A_promise_and_a_part_are_no_answer_to_a_question(int status, string message)
    {
        await using var server = new StubServer(StubAnswer.Json("[]", status));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Equal(("SentryInvalidResponse", SentryErrorCategory.InvalidResult, status), (fault.ErrorId, fault.Category, fault.Status));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_change_may_be_promised(string verb)
    {
        await using var server = new StubServer(StubAnswer.Json("[]", 202));
        using var line = new Line(server.BaseUri);

        Assert.Equal(202, (await line.GetAsync(line.Members() with { Method = new HttpMethod(verb) })).Status);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("220 mail.example ESMTP\r\n")]
    [InlineData("HTTP/1.1 two hundred\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("<html>hello</html>\r\n\r\n")]
    public async Task What_is_not_HTTP_is_called_so(string head)
    {
        await using var server = new StubServer(StubAnswer.Json("") with { RawHead = head });
        using var line = new Line(server.BaseUri, retries: 0);

        var fault = await line.FailAsync();

        Assert.Equal(("SentryInvalidResponse", SentryErrorCategory.InvalidResult), (fault.ErrorId, fault.Category));
        Assert.Contains($"What {server.BaseUri.Authority} answered to", fault.Message, StringComparison.Ordinal);
        Assert.Contains("is not HTTP", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_without_end_is_called_so_and_not_asked_for_again()
    {
        await using var server = new StubServer(StubAnswer.Json("[]").With("X-Bomb", new string('a', 1 << 20)));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Equal("SentryInvalidResponse", fault.ErrorId);
        Assert.Contains("more than 64 KiB of headers", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    // Alone, twice, and beside limits that end in the last year there is.
    private static IEnumerable<StubAnswer> Heads(int status, string header, string value)
    {
        var answer = StubAnswer.Json("[]", status) with { ContentType = "" };
        yield return answer.With(header, value);
        yield return answer.With(header, value).With(header, "x");
        yield return answer.With("X-Sentry-Rate-Limit-Reset", "253402300799").With("Retry-After", "1").With(header, value);
    }

    private static async Task<string?> OutcomeAsync(StubAnswer answer)
    {
        await using var server = new StubServer(answer);
        return await OutcomeAsync(server);
    }

    /// <summary>The id of an error that has the answer's status; null for an answer that was read.</summary>
    private static async Task<string?> OutcomeAsync(StubServer server)
    {
        using var line = new Line(server.BaseUri, retries: 0);
        var fault = await Record.ExceptionAsync(() => line.GetAsync());
        return fault is null or SentryApiException { Status: not null } ? (fault as SentryApiException)?.ErrorId : fault.ToString();
    }
}
