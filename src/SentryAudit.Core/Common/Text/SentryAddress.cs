using System.Net;

namespace SentryAudit.Common.Text;

/// <summary>Makes the base address of a Sentry from what people write.</summary>
internal static class SentryAddress
{
    public static readonly Uri Default = new("https://sentry.io/");

    /// <summary>Accepts a host without scheme and an address that already points at the API; ends with a slash afterwards.</summary>
    /// <exception cref="SentryException">It is no web address, holds credentials, or would send the token unencrypted.</exception>
    public static Uri Normalize(Uri address, bool allowInsecure)
    {
        var text = address.OriginalString.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var absolute) || absolute.Scheme is not ("https" or "http"))
        {
            throw Unusable("The address", address.OriginalString);
        }

        if (absolute.UserInfo.Length > 0)
        {
            throw Invalid(
                "The address holds a user name or password.",
                "Give the address alone, and the token with -Token or -Credential.");
        }

        if (absolute.Scheme == "http" && !allowInsecure && !IsLoopback(absolute))
        {
            throw Invalid(
                $"http://{absolute.Authority} would send the token unencrypted.",
                "Use https, or -AllowInsecure if the network in between is trusted.");
        }

        var path = absolute.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/api/0", StringComparison.Ordinal) ? path[..^"/api/0".Length] : path;
        return new Uri($"{absolute.Scheme}://{absolute.Authority}{path}/");
    }

    public static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Something that is no web address. Where it may hold a password it is not repeated.</summary>
    public static SentryException Unusable(string name, string text) =>
        Invalid(
            text.Contains('@', StringComparison.Ordinal) ? $"{name} is no web address." : $"{name} '{text}' is no web address.",
            "Give the address of your Sentry, as https://sentry.example.com."
        );

    private static SentryException Invalid(string message, string remedy) =>
        new("InvalidSentryUri", SentryErrorCategory.InvalidArgument, message, remedy);
}
