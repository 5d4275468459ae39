using System.Globalization;
using System.Net.Mime;
using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>What an answer's status line and headers say.</summary>
internal sealed record AnswerHead
{
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

    public static AnswerHead Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        var headers = answer.Headers;
        var clock = new ServerClock(headers.Date, now);
        return new AnswerHead
        {
            Status = (int)answer.StatusCode,
            Link = LinkHeader.Parse(headers.Text("Link")),
            Total = CountOf(Number(headers.Text("X-Hits")), Number(headers.Text("X-Max-Hits"))),
            Limits = RateLimits.Of(headers, clock),
            RetryAt = headers.RetryAfter is { } retry ? (retry.Date is { } date ? clock.ToLocal(date) : now + retry.Delta) : null,
            DeprecationDate = Word(headers.Text("X-Sentry-Deprecation-Date")),
            Replacement = Word(headers.Text("X-Sentry-Replacement-Endpoint")),
            RequestId = RequestIdNames.Select(name => Word(headers.Text(name))).FirstOrDefault(id => id is not null),
            RedirectHost = headers.Location is { IsAbsoluteUri: true } location ? location.GetLeftPart(UriPartial.Authority) : null,
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

    // Header text is shown in messages, so only one short line of it is taken.
    private static string? Word(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : TerminalText.Clean(text.Length <= 200 ? text.Trim() : text[..200]);
}
