using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Http;

/// <summary>Answers that can be read, but do not say what they must.</summary>
internal static class InvalidResponses
{
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
}
