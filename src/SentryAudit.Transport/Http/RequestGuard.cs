using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Http;

/// <summary>Refuses requests that must not be sent.</summary>
internal static class RequestGuard
{
    /// <returns>The address to ask.</returns>
    public static Uri Check(SentryRequest request, TransportSettings settings)
    {
        if (!settings.Hosts.Contains(request.Host))
        {
            throw SentryFaults.UntrustedHost(request);
        }

        if (request.Host.Scheme != Uri.UriSchemeHttps && !request.Host.IsLoopback && !settings.AllowInsecure)
        {
            throw SentryFaults.Unencrypted(request);
        }

        return RequestAddress.Of(request) ?? throw SentryFaults.Unaddressable(request);
    }

    public static void Check(SentryRequest request, SecretText token)
    {
        if (!request.Endpoint.IsSignIn && !IsHeaderText(token))
        {
            throw SentryFaults.MalformedToken(request);
        }
    }

    // Checked here, since HttpClient quotes the token in the error with which it refuses such a header.
    private static bool IsHeaderText(SecretText token) => !token.IsEmpty && !token.Reveal().AsSpan().ContainsAnyExceptInRange('!', '~');
}
