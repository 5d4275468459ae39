using System.Globalization;
using SentryAudit.Common.Errors;
using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Http;

/// <summary>The errors that answers of Sentry stand for, by their status.</summary>
internal static class AnswerFaults
{
    public static SentryApiException From(SentryRequest request, ErrorAnswer answer)
    {
        var (id, category, outcome, remedy) = answer.Status switch
        {
            < 400 => Redirected(answer),
            < 410 => Refused(request, answer),
            410 => Gone(answer),
            _ => Failed(answer),
        };
        var requestId = answer.Body.ErrorId ?? answer.RequestId;
        var number = answer.Status.ToString(CultureInfo.InvariantCulture);
        return new SentryApiException(
            id,
            category,
            $"Sentry {outcome} ({number}){For(request.Subject)} at {request.Call}{Explain(answer.Body)}{Quote(requestId)}",
            answer is { Body.IsHtml: true, Status: < 500 }
                ? $"The answer was a web page, not JSON. {SentryFaults.CheckAddress} {remedy}"
                : remedy)
        {
            Status = answer.Status,
            Detail = answer.Body.Detail,
            Code = answer.Body.Code,
            RequestId = requestId,
            Endpoint = request.EndpointName,
            Subject = request.Subject,
            Host = request.Host,
            RequiredScope = new StringList(answer.Status is 403 ? request.Endpoint.Scopes : []),
        };
    }

    /// <summary>Why to wait after a 429, as a sentence without its full stop.</summary>
    public static string LimitReason(SentryErrorBody body) =>
        body.IsConcurrency ? "Sentry limits how many of these requests run at once" : "Sentry limits the rate of these requests";

    private static (string Id, SentryErrorCategory Category, string Outcome, string Remedy) Redirected(ErrorAnswer answer) =>
        answer.RedirectHost is { } host
            ? (
                "SentryRedirected",
                ConnectionError,
                $"sent a redirect to {host}, which was not followed, since the token must not go to another host",
                $"Connect with -Uri set to the address at which Sentry really answers, perhaps {host}.")
            : (
                "SentryRedirected",
                ConnectionError,
                "sent a redirect, which was not followed, since the token must not go to another host",
                "Connect with -Uri set to the address at which Sentry really answers.");

    private static (string Id, SentryErrorCategory Category, string Outcome, string Remedy) Refused(
        SentryRequest request,
        ErrorAnswer answer) =>
        answer.Status switch
        {
            400 => ("SentryBadRequest", InvalidArgument, "did not accept the request", "Check the parameter values."),
            401 => ("SentryUnauthorized", AuthenticationError, "refused the token", TokenRemedies.For(answer.Body)),
            403 => ("SentryForbidden", PermissionDenied, "refused access", ScopeRemedy(request.Endpoint.Scopes)),
            404 => (
                "SentryNotFound",
                ObjectNotFound,
                "has no such object, or hides it from this token",
                "Check slugs and ids, and that the token's owner is allowed to see the object."),
            407 => (
                "SentryUnreachable",
                ConnectionError,
                "is behind a proxy that requires credentials",
                "Put the login into HTTP_PROXY or HTTPS_PROXY before PowerShell starts."),
            408 => (
                "SentryTimeout",
                OperationTimeout,
                "did not finish the request in time",
                "Try again, or raise -TimeoutSec of Connect-Sentry."),
            409 => (
                "SentryConflict",
                ResourceExists,
                "reports a conflict with an existing object",
                "Look at the object that already has this name."),
            _ => Failed(answer),
        };

    // With a deprecation header, 410 is a brown-out: Sentry switches the endpoint off for minutes, as a warning.
    private static (string Id, SentryErrorCategory Category, string Outcome, string Remedy) Gone(ErrorAnswer answer) =>
        answer.Deprecation is { } deprecation
            ? (
                "SentryBrownout",
                ResourceUnavailable,
                $"has switched this deprecated endpoint off for a while (deprecated {deprecation.Date})",
                "Wait a few minutes and try again, and look for a newer version of SentryAudit.")
            : (
                "SentryGone",
                ResourceUnavailable,
                "no longer offers this endpoint",
                "Look for a newer version of SentryAudit.");

    private static (string Id, SentryErrorCategory Category, string Outcome, string Remedy) Failed(ErrorAnswer answer) =>
        answer.Status switch
        {
            429 => (
                "SentryRateLimited",
                LimitsExceeded,
                answer.Body.IsConcurrency ? "limits how many of these requests run at once" : "limits the rate of these requests",
                "Wait, then try again; other tools may be using the same account."),
            502 or 504 => (
                "SentryServerError",
                ResourceUnavailable,
                answer.Status is 502
                    ? "is not there: the gateway in front of it got no usable answer"
                    : "is not there: the gateway in front of it got no answer in time",
                "Ask the operators of the gateway or load balancer whether Sentry runs behind it, and try again later."),
            >= 500 => (
                "SentryServerError",
                ResourceUnavailable,
                "failed",
                "Try again later. If it keeps failing, give the request id to the operators of this Sentry."),
            _ => (
                "SentryUnexpectedStatus",
                InvalidResult,
                "answered with an unexpected status",
                "Check that -Uri is the address of a Sentry."),
        };

    private static string ScopeRemedy(string[] scopes) =>
        scopes.Length == 0
            ? "Check the role of the token's owner."
            : $"The call needs the scope {string.Join(" or ", scopes)}: use a token that has it, "
                + "and check that its owner's role allows it. Get-SentryPermission shows what each cmdlet needs.";

    private static string For(FaultSubject? subject) => subject is null ? "" : $" for {subject},";

    private static string Explain(SentryErrorBody body) => string.IsNullOrEmpty(body.Detail) ? "." : $": {body.Detail.TrimEnd('.')}.";

    private static string Quote(string? requestId) => requestId is null ? "" : $" Request id: {requestId}.";
}
