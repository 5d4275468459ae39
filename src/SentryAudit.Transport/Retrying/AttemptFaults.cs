using System.Globalization;
using SentryAudit.Http;
using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport.Retrying;

/// <summary>The retry rules: which failures are temporary, for which verbs a request is repeated, and how long to wait before.</summary>
internal static class AttemptFaults
{
    private static readonly TimeSpan BrownoutPause = TimeSpan.FromSeconds(30);

    public static AttemptFault FromAnswer(SentryRequest request, AnswerHead head, AnswerBody body, DateTimeOffset now) =>
        !head.IsSuccess ? FromErrorStatus(request, head, body.Error, now)
        : head.Status is 202 or 206 ? new AttemptFault(InvalidResponses.Partial(request, head.Status), Number(head.Status))
        : body.Fault is BodyTooLargeException large
            ? new AttemptFault(InvalidResponses.TooLarge(request, head.Status, large.Message), "too large")
        : Unreadable(request, head, body);

    public static AttemptFault FromConnection(SentryRequest request, Exception? exception, ConnectionFault fault, SentSecrets secrets)
    {
        var shown = secrets.Showable(exception);
        var error = fault.IsNotHttp
            ? InvalidResponses.NotHttp(request, fault.Reason, shown)
            : SentryFaults.Unreachable(request, fault.Reason, shown, fault.Remedy);
        return new AttemptFault(error, fault.Reason)
        {
            IsHostGone = fault.IsUnconnected,
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
                var until = ServerWait.After429(head, error.IsConcurrency);
                return until > now + ServerWait.Longest
                    ? fault with { Error = SentryFaults.WaitTooLong(request, exception, until.Value) }
                    : fault with { RetryReason = AnswerFaults.LimitReason(error), Wait = ServerWait.Until(until, now) };
            case 410 when deprecation is not null && IsRepeatable(request):
                return fault with { RetryReason = "Sentry has switched off a deprecated endpoint for a while", Wait = BrownoutPause };
            case 408 or 500 or 502 or 503 or 504 when IsRepeatable(request) && !(head.RetryAt > now + ServerWait.Longest):
                return fault with { RetryReason = $"Sentry failed ({Number(head.Status)})", Wait = ServerWait.Until(head.RetryAt, now) };
            default:
                return fault;
        }
    }

    private static AttemptFault Unreadable(SentryRequest request, AnswerHead head, AnswerBody body) =>
        new(
            SentryFaults.Unreadable(request, head.Status, body.IsHtml, body.Fault),
            $"{Number(head.Status)} {(body.IsHtml ? "web page" : "unreadable")}")
        {
            RetryReason = body.IsCutOff && IsRepeatable(request) ? "The answer was cut off" : null,
        };

    private static bool IsRepeatable(SentryRequest request) => request.Method.Method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS";
}
