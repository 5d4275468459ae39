using System.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Http;

/// <summary>
/// The full address of a request: the host with its prefix, then <c>api/0/</c> unless the request belongs to a sign-in, then the path
/// unchanged and the query, escaped and in order.
/// </summary>
internal static class RequestAddress
{
    private const string ApiRoot = "/api/0/";

    /// <summary>
    /// The address; null if the path would not arrive as it is written, for example with a release called <c>..</c>, which means the
    /// folder above, or with an empty name, which makes an address of the list above.
    /// </summary>
    public static Uri? Of(SentryRequest request)
    {
        if (request.Path.StartsWith('/') || request.Path.Contains("//", StringComparison.Ordinal))
        {
            return null;
        }

        var home = request.Host.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        var root = request.Endpoint.IsSignIn ? "/" : ApiRoot;
        var text = new StringBuilder(home, home.Length + root.Length + request.Path.Length + 64).Append(root).Append(request.Path);
        var separator = '?';
        foreach (var (name, value) in request.Query)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        var address = new Uri(text.ToString());
        return address.AbsolutePath.EndsWith(root + request.Path, StringComparison.Ordinal) ? address : null;
    }
}
