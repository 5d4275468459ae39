using System.Globalization;
using System.Text.Json;
using SentryAudit.Http;
using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport.Retrying;

/// <summary>The retry rules: which failures pass, for which verbs, and who says how long to wait.</summary>
internal static class Setbacks
{
    private static readonly TimeSpan BrownoutPause = TimeSpan.FromSeconds(30);

    public static Setback FromAnswer(SentryRequest request, AnswerHead head, AnswerBody body, DateTimeOffset now) =>
        head.IsSuccess ? Unreadable(request, head, body) : Refused(request, head, body.Error, now);

    public static Setback FromConnection(SentryRequest request, Exception? exception)
    {
        var fault = ConnectionFault.Of(exception);
        return new Setback(SentryFaults.Unreachable(request, fault.Reason, exception), fault.Reason)
        {
            RetryReason =
                fault.MayPass && !(fault.IsAddress && request.IsFirstContact) && IsRepeatable(request)
                    ? $"The connection failed ({fault.Reason})"
                    : null,
        };
    }

    public static Setback TimedOut(SentryRequest request, TimeSpan limit, Exception timeout) =>
        new(SentryFaults.TimedOut(request, limit, timeout), "timed out")
        {
            RetryReason = IsRepeatable(request) ? "Sentry did not complete its answer in time" : null,
        };

    public static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static Setback Refused(SentryRequest request, AnswerHead head, SentryErrorBody error, DateTimeOffset now)
    {
        var deprecation = head.Deprecation(request);
        var fault = SentryFaults.FromAnswer(request, head.Status, error, head.RequestId, deprecation, head.RedirectHost);
        var setback = new Setback(fault, Number(head.Status));
        switch (head.Status)
        {
            case 429:
                var until = ServerWait.After429(head);
                return until > now + ServerWait.Longest
                    ? setback with { Fault = SentryFaults.WaitTooLong(request, fault, until.Value) }
                    : setback with { RetryReason = "Sentry limits the rate of these requests", Wait = ServerWait.Until(until, now) };
            case 410 when deprecation is not null && IsRepeatable(request):
                return setback with { RetryReason = "Sentry has switched off a deprecated endpoint for a while", Wait = BrownoutPause };
            case 408 or 500 or 502 or 503 or 504 when IsRepeatable(request) && !(head.RetryAt > now + ServerWait.Longest):
                return setback with { RetryReason = $"Sentry failed ({Number(head.Status)})", Wait = ServerWait.Until(head.RetryAt, now) };
            default:
                return setback;
        }
    }

    // Broken syntax is what a cut-off body looks like. JSON that is whole but of another shape stays so, and a sign-in page stays one.
    private static Setback Unreadable(SentryRequest request, AnswerHead head, AnswerBody body)
    {
        var isCutOff = !body.IsHtml && body.Fault is not JsonException { InnerException: not JsonException };
        return new Setback(
            SentryFaults.Unreadable(request, head.Status, body.IsHtml, body.Fault),
            $"{Number(head.Status)} {(body.IsHtml ? "web page" : "unreadable")}")
        {
            RetryReason = isCutOff && IsRepeatable(request) ? "The answer was cut off" : null,
        };
    }

    private static bool IsRepeatable(SentryRequest request) => request.Method.Method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS";
}
