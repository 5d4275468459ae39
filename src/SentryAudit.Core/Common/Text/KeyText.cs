using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace SentryAudit.Common.Text;

/// <summary>What may be shown of a client key. Anyone who has the key can send events to its project.</summary>
internal static class KeyText
{
    private const int Shown = 4;
    private const string Hidden = "********";

    /// <summary>
    /// Hides all but the last four characters, and all of a short text. The mask does not show the length of the key.
    /// </summary>
    public static string Mask(string key) => key.Length < 3 * Shown ? Hidden : string.Concat(Hidden, key.AsSpan(key.Length - Shown));

    /// <summary>
    /// A text that is different for each key and does not show the key. Keys are 128 random bits, so nobody finds one by trying.
    /// </summary>
    public static string Fingerprint(string key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToLowerInvariant())))[..16].ToLowerInvariant();

    /// <summary>The key in a text, which may be a key or a DSN; null for other texts.</summary>
    public static string? Find(string text)
    {
        var key = Uri.TryCreate(text, UriKind.Absolute, out var dsn) && dsn.UserInfo.Length > 0 ? dsn.UserInfo.Split(':')[0] : text;
        return key.Length == 32 && key.All(char.IsAsciiHexDigit) ? key : null;
    }

    public static SecureString Secure(string text)
    {
        var secret = new NetworkCredential("", text).SecurePassword;
        secret.MakeReadOnly();
        return secret;
    }
}
