using System.Globalization;
using System.Text;

namespace SentryAudit.SignIn;

/// <summary>The answers of the loopback listener: pages of text, without scripts and without content of other hosts.</summary>
internal static class LoopbackPage
{
    /// <summary>The browser has returned. Whether the sign-in succeeded is shown in PowerShell.</summary>
    public static readonly byte[] Done = Make("200 OK", "You can close this window", "PowerShell goes on with the sign-in to Sentry.");

    public static readonly byte[] Over = Make("410 Gone", "This sign-in is over", "Run Connect-Sentry again for another one.");

    public static readonly byte[] NotHere = Make(
        "404 Not Found",
        "There is nothing here",
        "This address only waits for a sign-in to Sentry.");

    private static byte[] Make(string status, string title, string text)
    {
        var body =
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + $"<title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>\n";
        string[] head =
        [
            $"HTTP/1.1 {status}",
            "Content-Type: text/html; charset=utf-8",
            $"Content-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}",
            "Content-Security-Policy: default-src 'none'",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Connection: close",
        ];
        return Encoding.UTF8.GetBytes($"{string.Join("\r\n", head)}\r\n\r\n{body}");
    }
}
