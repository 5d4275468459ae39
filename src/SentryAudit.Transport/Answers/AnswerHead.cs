using System.Globalization;
using System.Net.Mime;
using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>What an answer's status line and headers say.</summary>
internal sealed record AnswerHead
{
    private const int LongestLine = 200;

    private static readonly string[] RequestIdNames = ["X-Sentry-Request-Id", "X-Request-Id", "Sentry-Trace"];

    public required int Status { get; init; }

    public LinkHeader? Link { get; init; }

    /// <summary>Items of the whole list; null where the server does not count them, or stopped counting at a limit.</summary>
    public long? Total { get; init; }

    public RateLimits? Limits { get; init; }

    /// <summary>When <c>Retry-After</c> ends, by this machine's clock.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public string? DeprecationDate { get; init; }

    public string? Replacement { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Scheme and host of <c>Location</c>; null if it is a path on the same host, or absent.</summary>
    public string? RedirectHost { get; init; }

    public bool IsHtml { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <param name="answer">The answer, of which only the head is read.</param>
    /// <param name="now">This machine's time.</param>
    /// <param name="secrets">Hidden wherever the answer repeats them.</param>
    public static AnswerHead Of(HttpResponseMessage answer, DateTimeOffset now, SentSecrets secrets)
    {
        var headers = answer.Headers;
        var clock = new ServerClock(headers.Date, now);
        string? Word(string name) => OneLine(headers.Text(name), secrets);
        return new AnswerHead
        {
            Status = (int)answer.StatusCode,
            Link = LinkOf(headers.Text("Link"), secrets),
            Total = CountOf(Number(headers.Text("X-Hits")), Number(headers.Text("X-Max-Hits"))),
            Limits = RateLimits.Of(headers, clock),
            RetryAt = headers.RetryAfter switch
            {
                { Date: { } date } => clock.ToLocal(date),
                { Delta: { } wait } => clock.After(wait),
                _ => null,
            },
            DeprecationDate = Word("X-Sentry-Deprecation-Date"),
            Replacement = Word("X-Sentry-Replacement-Endpoint"),
            RequestId = RequestIdNames.Select(Word).FirstOrDefault(id => id is not null),
            RedirectHost = headers.Location is { IsAbsoluteUri: true } location
                ? OneLine(location.GetLeftPart(UriPartial.Authority), secrets)
                : null,
            IsHtml = answer.Content.Headers.ContentType?.MediaType is MediaTypeNames.Text.Html or "application/xhtml+xml",
        };
    }

    /// <summary>The answer as an error; its body is read by then.</summary>
    public ErrorAnswer ToErrorAnswer(SentryErrorBody body, DeprecationNotice? deprecation) =>
        new(Status, body)
        {
            RequestId = RequestId,
            Deprecation = deprecation,
            RedirectHost = RedirectHost,
        };

    public DeprecationNotice? Deprecation(SentryRequest request) =>
        DeprecationDate is null ? null : new DeprecationNotice(request.EndpointName, DeprecationDate, Replacement);

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? CountOf(long? hits, long? most) => hits >= most ? null : hits;

    // A cursor becomes part of the next address, so one that repeats a secret is not followed.
    private static LinkHeader? LinkOf(string? text, SentSecrets secrets) =>
        text is not null && secrets.AreIn(text) ? new LinkHeader(NextCursor: null, HasNext: null) : LinkHeader.Parse(text);

    // Header text is shown in messages, so only one short line of it is taken; after hiding, since half a secret would not be found.
    private static string? OneLine(string? text, SentSecrets secrets)
    {
        var shown = string.IsNullOrWhiteSpace(text) ? "" : secrets.HideIn(text.Trim());
        return shown.Length == 0 ? null : TerminalText.Clean(shown.Length <= LongestLine ? shown : shown[..LongestLine]);
    }
}
