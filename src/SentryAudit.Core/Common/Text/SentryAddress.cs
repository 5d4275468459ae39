using System.Net;

namespace SentryAudit.Common.Text;

/// <summary>Makes the base address of a Sentry from an address that a person wrote.</summary>
internal static class SentryAddress
{
    public static readonly Uri Default = new("https://sentry.io/");

    /// <summary>The base address, with a slash at its end. The given one may lack the scheme, or may end with <c>/api/0</c>.</summary>
    /// <exception cref="SentryException">It is no web address, holds credentials, or would send the token unencrypted.</exception>
    public static Uri Normalize(Uri address, bool allowInsecure)
    {
        var absolute = ToAbsolute(address.OriginalString.Trim()) ?? throw Unusable("The address", address.OriginalString);
        if (absolute.UserInfo.Length > 0)
        {
            throw Invalid(
                "The address contains a user name or a password.",
                "Give the address alone, and the token with -Token or -Credential.");
        }

        if (absolute.Scheme == "http" && !allowInsecure && !IsLoopback(absolute))
        {
            throw Invalid(
                $"http://{absolute.Authority} would send the token unencrypted.",
                "Use https, or -AllowInsecure if you trust the network in between.");
        }

        var path = absolute.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/api/0", StringComparison.Ordinal) ? path[..^"/api/0".Length] : path;
        return new Uri($"{absolute.Scheme}://{absolute.Authority}{path}/");
    }

    public static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>A text that is no web address. It is not quoted if it may contain a password.</summary>
    public static SentryException Unusable(string name, string text) =>
        Invalid(
            text.Contains('@', StringComparison.Ordinal) ? $"{name} is not a web address." : $"{name} '{text}' is not a web address.",
            "Give the address of your Sentry, for example https://sentry.example.com."
        );

    private static Uri? ToAbsolute(string text)
    {
        var withScheme = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(withScheme, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
    }

    private static SentryException Invalid(string message, string remedy) =>
        new("InvalidSentryUri", SentryErrorCategory.InvalidArgument, message, remedy);
}
