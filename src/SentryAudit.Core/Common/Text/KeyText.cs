using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace SentryAudit.Common.Text;

/// <summary>What may be shown of a client key. Whoever has the key can send events into its project.</summary>
internal static class KeyText
{
    private const int Shown = 4;
    private const string Hidden = "********";

    /// <summary>All but the last four characters hidden, and of a short text these too. The mask does not tell the length.</summary>
    public static string Mask(string key) => key.Length < 3 * Shown ? Hidden : string.Concat(Hidden, key.AsSpan(key.Length - Shown));

    /// <summary>Tells keys apart without showing them. Keys are 128 random bits, so nobody finds one by trying.</summary>
    public static string Fingerprint(string key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToLowerInvariant())))[..16].ToLowerInvariant();

    /// <summary>The key that a text is, or that a DSN holds; null for other texts.</summary>
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
