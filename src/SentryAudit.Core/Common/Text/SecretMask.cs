using System.Text.RegularExpressions;

namespace SentryAudit.Common.Text;

/// <summary>Hides what looks like a secret in text that Sentry, or a program of its users, has written.</summary>
internal static class SecretMask
{
    public const string Hidden = "(hidden)";

    /// <summary>
    /// The text with every key, token and password hidden that is known by its shape; of addresses only the host is left.
    /// </summary>
    public static string In(string text)
    {
        try
        {
            var shown = SecretShapes.Address().Replace(text, static match => Host(match.Value));
            return SecretShapes.All.Aggregate(shown, static (rest, shape) => shape.Replace(rest, Hidden));
        }
        catch (RegexMatchTimeoutException)
        {
            // Text that takes so long was made to; nobody can tell what is in it.
            return Hidden;
        }
    }

    /// <summary>Of every key in a text only the last four characters.</summary>
    public static string ShortKeys(string text) => SecretShapes.HexKey().Replace(text, static key => KeyText.Mask(key.Value));

    /// <summary>
    /// The host of an address, as <c>https://hooks.example.com/(hidden)</c>: a path, a query and a login may all be secrets.
    /// Text that is no address is hidden whole.
    /// </summary>
    public static string Host(string address)
    {
        var (scheme, authority, rest) = Split(address);
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (scheme.Length == 0 || !IsHost(host))
        {
            return scheme + Hidden;
        }

        var path = rest is "" or "/" ? rest : $"/{Hidden}";
        return SecretShapes.HexKey().Replace(scheme + host + path, Hidden);
    }

    /// <summary>An address without the login it may hold; the rest is left, since it says where a thing is.</summary>
    public static string? Login(string? address)
    {
        var (scheme, authority, rest) = Split(address ?? "");
        return scheme.Length == 0 ? address
            : authority.Contains('@', StringComparison.Ordinal) ? $"{scheme}{Hidden}@{authority[(authority.LastIndexOf('@') + 1)..]}{rest}"
            // A slash in a password that is not escaped ends the host early: then the login is found by its colon.
            : IsHost(authority) ? address
            : scheme + Hidden;
    }

    private static (string Scheme, string Authority, string Path) Split(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3)
        {
            return ("", address, "");
        }

        var end = address.AsSpan(start).IndexOfAny("/?#\\");
        var path = end < 0 ? address.Length : start + end;
        return (address[..start], address[start..path], address[path..]);
    }

    // Sentry shortens long addresses and ends them with dots: a login may then have lost the @ behind it.
    private static bool IsHost(string text) => SecretShapes.PlainHost().IsMatch(text) && !text.EndsWith("..", StringComparison.Ordinal);
}
