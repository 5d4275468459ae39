using System.Globalization;
using System.Text;

namespace SentryAudit.SignIn;

/// <summary>The pages of the loopback listener, whole answers: plain sentences, no script, nothing from elsewhere, kept in no cache.</summary>
internal static class LoopbackPage
{
    /// <summary>It came back. Whether the sign-in succeeded shows in PowerShell.</summary>
    public static readonly byte[] Done = Make("200 OK", "You can close this window", "PowerShell goes on with the sign-in to Sentry.");

    public static readonly byte[] Over = Make("410 Gone", "This sign-in is over", "Run Connect-Sentry again for another one.");

    public static readonly byte[] NotHere = Make(
        "404 Not Found",
        "There is nothing here",
        "This address only waits for a sign-in to Sentry.");

    private static byte[] Make(string status, string title, string text)
    {
        var body = $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>\n";
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nContent-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n{body}"));
    }
}
