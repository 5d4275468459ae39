using System.Net;

namespace SentryAudit.Common.Text;

/// <summary>Makes the base address of a Sentry from an address that a person wrote.</summary>
internal static class SentryAddress
{
    public static readonly Uri Default = new("https://sentry.io/");

    // Below these stand the pages of Sentry's web interface, which is what the address bar of a browser shows.
    private static readonly string[] Pages =
        ["organizations", "settings", "issues", "auth", "projects", "alerts", "insights", "dashboards", "explore", "onboarding", "manage"];

    /// <summary>The base address, with a slash at its end. The given one may lack the scheme, or may end with <c>/api/0</c>.</summary>
    /// <exception cref="SentryException">
    /// It is no web address, holds credentials, leads to a page, or would send the token unencrypted.
    /// </exception>
    public static Uri Normalize(Uri address, bool allowInsecure)
    {
        var absolute = ToAbsolute(address.OriginalString.Trim()) ?? throw Unusable("The address", address.OriginalString);
        if (!IsQuotable(address))
        {
            throw Invalid(
                "The address contains a user name, a password or a token.",
                "Give the address alone, and the token with -Token or -Credential. "
                    + "Revoke the token if others can read where you pasted it.");
        }

        if (absolute.Scheme == "http" && !allowInsecure && !IsLoopback(absolute))
        {
            throw Invalid(
                $"http://{absolute.Authority} would send the token unencrypted.",
                "Use https, or -AllowInsecure if you trust the network in between.");
        }

        var path = absolute.AbsolutePath.TrimEnd('/');
        path = path.EndsWith("/api/0", StringComparison.Ordinal) ? path[..^"/api/0".Length] : path;
        var page = path.Split('/').TakeWhile(segment => segment != "api" && !Pages.Contains(segment, StringComparer.Ordinal));
        var home = new Uri($"{absolute.Scheme}://{absolute.Authority}{string.Join('/', page).TrimEnd('/')}/");
        return absolute.Query.Length + absolute.Fragment.Length == 0 && home.AbsolutePath == path + "/"
            ? home
            : throw Invalid($"The address is one of a page, not of a Sentry: {home} is followed by more.", $"Give {home} alone.");
    }

    /// <summary>Whether an address may be shown: it holds neither a login nor anything that looks like a secret.</summary>
    public static bool IsQuotable(Uri address) => IsQuotable(address.OriginalString);

    public static bool IsLoopback(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>A text that is no web address. It is not quoted if it may contain a secret.</summary>
    public static SentryException Unusable(string name, string text) =>
        Invalid(
            IsQuotable(text) ? $"{name} '{text}' is not a web address." : $"{name} is not a web address.",
            "Give the address of your Sentry, for example https://sentry.example.com."
        );

    // Without the port: "secrets.example.com:9000" is the name of a host, and not a secret with its value.
    private static bool IsQuotable(string text)
    {
        string[] parts = ToAbsolute(text.Trim()) is { } address ? [address.Host, address.PathAndQuery + address.Fragment] : [text];
        return !text.Contains('@', StringComparison.Ordinal)
            && !Array.Exists(SecretShapes.All, shape => Array.Exists(parts, part => shape.IsMatch(part)));
    }

    private static Uri? ToAbsolute(string text)
    {
        var withScheme = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(withScheme, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
    }

    private static SentryException Invalid(string message, string remedy) =>
        new("InvalidSentryUri", SentryErrorCategory.InvalidArgument, message, remedy);
}
