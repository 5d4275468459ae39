using System.Globalization;

namespace SentryAudit.Http;

/// <summary>The one classifier: every way a call can fail becomes a <see cref="SentryApiException"/> with an id, a category and a remedy.</summary>
internal static class SentryFaults
{
    /// <summary>An answer that is not 2xx. A 410 with a deprecation header is a brown-out: the endpoint comes back for now.</summary>
    public static SentryApiException FromAnswer(
        SentryRequest request,
        int status,
        SentryErrorBody body,
        string? requestId,
        DeprecationNotice? deprecation,
        string? redirectHost = null)
    {
        var scope = string.Join(" or ", request.Endpoint.Scopes);
        var (id, category, what, remedy) = status switch
        {
            >= 300 and < 400 => ("SentryRedirected", SentryErrorCategory.ConnectionError, $"sent a redirect{(redirectHost is null ? "" : $" to {redirectHost}")}, which is not followed so that the token stays with its host",
                $"Connect with -Uri set to the address at which Sentry really answers{(redirectHost is null ? "" : $", perhaps {redirectHost}")}."),
            400 => ("SentryBadRequest", SentryErrorCategory.InvalidArgument, "did not accept the request", "Check the parameter values."),
            401 => ("SentryUnauthorized", SentryErrorCategory.AuthenticationError, "refused the token", TokenRemedies.For(body)),
            403 => (
                "SentryForbidden",
                SentryErrorCategory.PermissionDenied,
                "refused access",
                scope.Length == 0
                    ? "Check the role of the token's owner."
                    : $"The call needs the scope {scope}: use a token that has it, and check that its owner's role allows it. Get-SentryPermission shows what each cmdlet needs."
            ),
            404 => (
                "SentryNotFound",
                SentryErrorCategory.ObjectNotFound,
                "does not know this, or hides it from the token",
                "Check slugs and ids, and that the token's owner may see them."),
            408 => (
                "SentryTimeout",
                SentryErrorCategory.OperationTimeout,
                "timed out inside",
                "Try again, or raise -TimeoutSec on Connect-Sentry."),
            409 => (
                "SentryConflict",
                SentryErrorCategory.ResourceExists,
                "reports a conflict with what exists",
                "Look at what exists under this name."),
            410 when deprecation is not null => (
                "SentryBrownout",
                SentryErrorCategory.ResourceUnavailable,
                $"has switched this deprecated endpoint off for a while (deprecated {deprecation.Date})",
                "Wait a few minutes and try again, and look for a newer version of SentryAudit."),
            410 => (
                "SentryGone",
                SentryErrorCategory.ResourceUnavailable,
                "no longer offers this endpoint",
                "Look for a newer version of SentryAudit."),
            429 => (
                "SentryRateLimited",
                SentryErrorCategory.LimitsExceeded,
                "limits the rate of these requests",
                "Wait, then try again; other tools may be using the same account."),
            >= 500 => (
                "SentryServerError",
                SentryErrorCategory.ResourceUnavailable,
                "failed",
                "Try again later; if it stays so, tell Sentry's operators the request id."),
            _ => (
                "SentryUnexpectedStatus",
                SentryErrorCategory.InvalidResult,
                "answered unexpectedly",
                "Check that -Uri is the address of a Sentry."),
        };
        if (body.IsHtml)
        {
            remedy = $"The answer was a web page, not Sentry's API: check -Uri, and any proxy or sign-in page in between. {remedy}";
        }

        var number = status.ToString(CultureInfo.InvariantCulture);
        return new SentryApiException(
            id,
            category,
            $"Sentry {what} ({number}) at {request.EndpointName}{Explain(body)}{Quote(body.ErrorId ?? requestId)}",
            remedy)
        {
            Status = status,
            Detail = body.Detail,
            Code = body.Code,
            RequestId = body.ErrorId ?? requestId,
            Endpoint = request.EndpointName,
            RequiredScope = new StringList(status is 403 ? request.Endpoint.Scopes : []),
        };
    }

    /// <summary>A rate limit that lasts longer than this module is willing to wait.</summary>
    public static SentryApiException WaitTooLong(SentryRequest request, SentryApiException limited, DateTimeOffset until) =>
        new(
            limited.ErrorId,
            limited.Category,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sentry limits the rate of {request.EndpointName} until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, too long to wait for."
            ),
            "Run it again after that time.")
        {
            Status = limited.Status,
            Detail = limited.Detail,
            Endpoint = request.EndpointName,
        };

    public static SentryApiException TimedOut(SentryRequest request, TimeSpan limit, Exception? inner = null) =>
        new(
            "SentryTimeout",
            SentryErrorCategory.OperationTimeout,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sentry did not complete its answer to {request.EndpointName} within {limit.TotalSeconds:0.#} s."),
            "Try again, or raise -TimeoutSec on Connect-Sentry.",
            inner)
        {
            Endpoint = request.EndpointName,
        };

    public static SentryApiException Unreachable(SentryRequest request, string reason, Exception? inner) => new(
        "SentryUnreachable",
        SentryErrorCategory.ConnectionError,
        $"{request.Host.Host} could not be reached for {request.EndpointName}: {reason}.",
        "Check -Uri, the network, the proxy (HTTPS_PROXY, NO_PROXY) and, for a private certificate authority, the system's trust store.",
        inner)
    { Endpoint = request.EndpointName };

    public static SentryApiException Unreadable(SentryRequest request, int status, bool isHtml, Exception? inner) =>
        new(
            "SentryInvalidResponse",
            SentryErrorCategory.InvalidResult,
            $"The answer to {request.EndpointName} is {(isHtml ? "a web page, not JSON" : "not the JSON that Sentry documents, or was cut off")}.",
            isHtml
                ? "Check -Uri, and any proxy or sign-in page in between."
                : "Try again; if it stays so, look for a newer version of SentryAudit.",
            inner)
        {
            Status = status,
            Endpoint = request.EndpointName,
        };

    public static SentryApiException UntrustedHost(SentryRequest request) => new(
        "SentryUntrustedHost",
        SentryErrorCategory.SecurityError,
        $"The token was not given for {request.Host.Authority}, so nothing was sent there.",
        "Connect to that host with a token of its own.")
    { Endpoint = request.EndpointName };

    public static SentryApiException Unencrypted(SentryRequest request) => new(
        "SentryUnencrypted",
        SentryErrorCategory.SecurityError,
        $"{request.Host.Host} is addressed without TLS, so the token was not sent there.",
        "Use an https address; plain http is for this machine only, unless Connect-Sentry is told -AllowInsecure.")
    { Endpoint = request.EndpointName };

    public static SentryApiException MalformedToken(SentryRequest request) => new(
        "SentryMalformedToken",
        SentryErrorCategory.AuthenticationError,
        "The token is empty or holds spaces, line breaks or other characters that no token has, so nothing was sent.",
        "Copy the token again, as one line.")
    { Endpoint = request.EndpointName };

    /// <summary>A name such as <c>..</c>, which in an address means another place.</summary>
    public static SentryApiException Unaddressable(SentryRequest request) => new(
        "SentryUnaddressable",
        SentryErrorCategory.InvalidArgument,
        $"A name given for {request.EndpointName} can't stand in a web address, so nothing was sent.",
        "Check slugs, ids and versions; '.' and '..' are none.")
    { Endpoint = request.EndpointName };

    /// <summary>A call on a connection that was closed, before or meanwhile.</summary>
    public static SentryApiException Closed(SentryRequest request) => new(
        "SentryConnectionClosed",
        SentryErrorCategory.ConnectionError,
        $"The connection to {request.Host.Host} is closed.",
        "Connect again with Connect-Sentry.")
    { Endpoint = request.EndpointName };

    private static string Explain(SentryErrorBody body) => string.IsNullOrEmpty(body.Detail) ? "." : $": {body.Detail.TrimEnd('.')}.";

    private static string Quote(string? requestId) => requestId is null ? "" : $" Request id: {requestId}.";
}
