using System.Globalization;
using System.Text.Json;
using SentryAudit.Http;
using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport.Retrying;

/// <summary>The retry rules: which failures are temporary, for which verbs a request is repeated, and how long to wait before.</summary>
internal static class AttemptFaults
{
    private static readonly TimeSpan BrownoutPause = TimeSpan.FromSeconds(30);

    public static AttemptFault FromAnswer(SentryRequest request, AnswerHead head, AnswerBody body, DateTimeOffset now) =>
        head.IsSuccess ? Unreadable(request, head, body) : FromErrorStatus(request, head, body.Error, now);

    public static AttemptFault FromConnection(SentryRequest request, Exception? exception)
    {
        var fault = ConnectionFault.Of(exception);
        return new AttemptFault(SentryFaults.Unreachable(request, fault.Reason, exception), fault.Reason)
        {
            RetryReason =
                fault.IsTemporary && !(fault.SuggestsWrongAddress && request.IsFirstContact) && IsRepeatable(request)
                    ? $"The connection failed ({fault.Reason})"
                    : null,
        };
    }

    public static AttemptFault TimedOut(SentryRequest request, TimeSpan limit, Exception timeout) =>
        new(SentryFaults.TimedOut(request, limit, timeout), "timed out")
        {
            RetryReason = IsRepeatable(request) ? "Sentry did not complete its answer in time" : null,
        };

    public static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static AttemptFault FromErrorStatus(SentryRequest request, AnswerHead head, SentryErrorBody error, DateTimeOffset now)
    {
        var deprecation = head.Deprecation(request);
        var exception = AnswerFaults.From(request, head.ToErrorAnswer(error, deprecation));
        var fault = new AttemptFault(exception, Number(head.Status));
        switch (head.Status)
        {
            case 429:
                var until = ServerWait.After429(head);
                return until > now + ServerWait.Longest
                    ? fault with { Error = SentryFaults.WaitTooLong(request, exception, until.Value) }
                    : fault with { RetryReason = "Sentry limits the rate of these requests", Wait = ServerWait.Until(until, now) };
            case 410 when deprecation is not null && IsRepeatable(request):
                return fault with { RetryReason = "Sentry has switched off a deprecated endpoint for a while", Wait = BrownoutPause };
            case 408 or 500 or 502 or 503 or 504 when IsRepeatable(request) && !(head.RetryAt > now + ServerWait.Longest):
                return fault with { RetryReason = $"Sentry failed ({Number(head.Status)})", Wait = ServerWait.Until(head.RetryAt, now) };
            default:
                return fault;
        }
    }

    // A body that was cut off is broken JSON. Whole JSON of another shape, or a web page, would be the same at the next attempt.
    private static AttemptFault Unreadable(SentryRequest request, AnswerHead head, AnswerBody body)
    {
        var isCutOff = !body.IsHtml && body.Fault is not JsonException { InnerException: not JsonException };
        return new AttemptFault(
            SentryFaults.Unreadable(request, head.Status, body.IsHtml, body.Fault),
            $"{Number(head.Status)} {(body.IsHtml ? "web page" : "unreadable")}")
        {
            RetryReason = isCutOff && IsRepeatable(request) ? "The answer was cut off" : null,
        };
    }

    private static bool IsRepeatable(SentryRequest request) => request.Method.Method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS";
}
