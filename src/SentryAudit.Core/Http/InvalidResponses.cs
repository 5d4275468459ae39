using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Http;

/// <summary>Answers that can't be used, though they are no refusals.</summary>
internal static class InvalidResponses
{
    /// <param name="request">What was asked.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="measure">What there is too much of, for example <c>more than 64 MiB of JSON</c>.</param>
    public static SentryApiException TooLarge(SentryRequest request, int status, string measure) =>
        new(
            "SentryAnswerTooLarge",
            LimitsExceeded,
            $"The answer to {request.EndpointName} holds {measure}, more than this connection reads, so the rest of it was not read.",
            $"No list of Sentry is that large. {SentryFaults.CheckAddress} "
                + "If it is a real answer, raise -MaximumAnswerSize of Connect-Sentry.")
        {
            Status = status,
            Endpoint = request.EndpointName,
        };

    /// <summary>A status that promises the answer for later (202), or that gives a part of it (206).</summary>
    public static SentryApiException Partial(SentryRequest request, int status) =>
        Invalid(
            request,
            status is 202
                ? $"The answer to {request.EndpointName} is not there yet (202): the request was only accepted."
                : $"The answer to {request.EndpointName} is only a part of what was asked for (206).",
            $"Try again. {SentryFaults.CheckAddress}",
            inner: null,
            status);

    /// <param name="request">What was asked.</param>
    /// <param name="reason">What the answer does, after "the answer".</param>
    /// <param name="inner">What .NET says about it.</param>
    public static SentryApiException NotHttp(SentryRequest request, string reason, Exception? inner) =>
        Invalid(
            request,
            $"What {request.Host.Authority} answered to {request.EndpointName} {reason}.",
            "Check the port in -Uri, and whether it takes https or http: another service, or a proxy, seems to answer there.",
            inner);

    /// <summary>An answer without the key of what was asked for, for example an empty object: it proves nothing.</summary>
    public static SentryApiException Keyless(SentryRequest request, int status, string key) =>
        new(
            "SentryInvalidResponse",
            InvalidResult,
            $"The answer to {request.EndpointName} lacks '{key}' ($.{key}), so it can't be told what it is about.",
            "Look at the object in Sentry. If it is there, look for a newer version of SentryAudit.")
        {
            Status = status,
            Endpoint = request.EndpointName,
        };

    /// <summary>Something in an answer that this module did not expect at all.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="place">Where in the answer, as a JSON path.</param>
    /// <param name="inner">What failed.</param>
    public static SentryApiException Misunderstood(SentryRequest request, string place, Exception inner) =>
        new(
            "SentryInvalidResponse",
            InvalidResult,
            $"The answer to {request.EndpointName} holds something unexpected at {place}.",
            "Look for a newer version of SentryAudit, and report this with the output of Get-Error.",
            inner)
        {
            Status = 200,
            Endpoint = request.EndpointName,
        };

    private static SentryApiException Invalid(
        SentryRequest request, string message, string remedy, Exception? inner = null, int? status = null) =>
        new("SentryInvalidResponse", InvalidResult, message, remedy, inner)
        {
            Status = status,
            Endpoint = request.EndpointName,
        };
}
