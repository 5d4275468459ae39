using System.Globalization;
using System.Text.Json;
using SentryAudit.Common.Text;
using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Http;

/// <summary>The ways in which a call can fail without an answer that <see cref="AnswerFaults"/> could classify.</summary>
internal static class SentryFaults
{
    public const string CheckAddress = "Check -Uri, and whether a proxy or a sign-in page answers in place of Sentry.";

    /// <summary>A rate limit that lasts longer than this module waits.</summary>
    public static SentryApiException WaitTooLong(SentryRequest request, SentryApiException limited, DateTimeOffset until) =>
        new(
            limited.ErrorId,
            limited.Category,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sentry limits the rate of {request.EndpointName} until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, too long to wait for."
            ),
            "Run the command again after that time.")
        {
            Status = limited.Status,
            Detail = limited.Detail,
            Endpoint = request.EndpointName,
        };

    public static SentryApiException TimedOut(SentryRequest request, TimeSpan limit, Exception? inner = null) =>
        new(
            "SentryTimeout",
            OperationTimeout,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sentry did not complete its answer to {request.EndpointName} within {limit.TotalSeconds:0.#} s."),
            "Try again, or raise -TimeoutSec of Connect-Sentry.",
            inner)
        {
            Endpoint = request.EndpointName,
        };

    /// <summary>What to do where the environment names a proxy that is not in use.</summary>
    public static string LateProxy(string proxy) =>
        $"The environment names the proxy {proxy} now, but .NET reads it only once, before this connection: "
            + "set it before PowerShell starts, or "
            + $"run [Net.Http.HttpClient]::DefaultProxy = [Net.WebProxy]'{proxy}' and connect again.";

    public static SentryApiException Unreachable(SentryRequest request, string reason, Exception? inner, string? remedy = null) =>
        new(
            "SentryUnreachable",
            ConnectionError,
            $"{request.Host.Host} could not be reached for {request.EndpointName}: {reason}.",
            remedy ?? "Check -Uri, the network and the proxy (HTTPS_PROXY, NO_PROXY).",
            inner)
        {
            Endpoint = request.EndpointName,
        };

    public static SentryApiException Unreadable(SentryRequest request, int status, bool isHtml, Exception? inner)
    {
        var (content, remedy) = isHtml
            ? ("a web page, not JSON", CheckAddress)
            : ("not the JSON that Sentry documents, or was cut off",
                "Try again. If it keeps failing, look for a newer version of SentryAudit.");
        return new SentryApiException(
            "SentryInvalidResponse",
            InvalidResult,
            $"The answer to {request.EndpointName} is {content}{Place(inner)}.",
            remedy,
            inner)
        {
            Status = status,
            Endpoint = request.EndpointName,
        };
    }

    /// <summary>A request that was not sent, because another one found the host gone.</summary>
    public static SentryApiException GivenUp(SentryRequest request, SentryApiException gone) =>
        new(
            gone.ErrorId,
            gone.Category,
            $"{request.EndpointName} was not asked for: {gone.Message}",
            gone.RecommendedAction)
        {
            Endpoint = request.EndpointName,
        };

    public static SentryApiException UntrustedHost(SentryRequest request) =>
        new(
            "SentryUntrustedHost",
            SecurityError,
            $"The token was not given for {request.Host.Authority}, so nothing was sent to that host.",
            "Connect to that host with a token of its own.")
        {
            Endpoint = request.EndpointName,
        };

    public static SentryApiException Unencrypted(SentryRequest request) =>
        new(
            "SentryUnencrypted",
            SecurityError,
            $"The address of {request.Host.Host} does not use TLS, so the token was not sent to it.",
            "Use an https address. Plain http is only for this machine, unless Connect-Sentry is given -AllowInsecure.")
        {
            Endpoint = request.EndpointName,
        };

    public static SentryApiException MalformedToken(SentryRequest request) =>
        new(
            "SentryMalformedToken",
            AuthenticationError,
            "The token is empty, or it holds spaces, line breaks or other characters that no token has, so nothing was sent.",
            "Copy the token again, as one line.")
        {
            Endpoint = request.EndpointName,
        };

    /// <summary>A name such as <c>..</c>, or an empty one, which makes the address of another thing.</summary>
    public static SentryApiException Unaddressable(SentryRequest request) =>
        new(
            "SentryUnaddressable",
            InvalidArgument,
            $"A name given for {request.EndpointName} can't be part of a web address, so nothing was sent.",
            "Check slugs, ids and versions; an empty one, '.' and '..' are not valid.")
        {
            Endpoint = request.EndpointName,
        };

    /// <summary>A call on a connection that was closed, before the call or during it.</summary>
    public static SentryApiException Closed(SentryRequest request) =>
        new(
            "SentryConnectionClosed",
            ConnectionError,
            $"The connection to {request.Host.Host} is closed.",
            "Connect again with Connect-Sentry.")
        {
            Endpoint = request.EndpointName,
        };

    // A path holds names of properties, which an application may have chosen.
    private static string Place(Exception? inner) =>
        inner is JsonException { Path: { Length: > 0 and <= 100 } path } ? $" (at {SecretMask.In(path)})" : "";
}
