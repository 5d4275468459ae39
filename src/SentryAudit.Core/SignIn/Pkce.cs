using System.Security.Cryptography;
using System.Text;
using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>Proof key for code exchange (RFC 7636): only the client that requested a code can exchange it for tokens.</summary>
internal static class Pkce
{
    /// <summary>256 random bits in base64url. They are also used for the state of a sign-in.</summary>
    public static SecretText NewVerifier() => new(Encode(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The S256 challenge of a verifier.</summary>
    public static string Challenge(SecretText verifier) => Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier.Reveal())));

    private static string Encode(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
