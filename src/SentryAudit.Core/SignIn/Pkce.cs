using System.Security.Cryptography;
using System.Text;
using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>Proof key for code exchange (RFC 7636): who redeems a code must know what its request was made from.</summary>
internal static class Pkce
{
    /// <summary>256 random bits in base64url; also used where only randomness is wanted.</summary>
    public static SecretText NewVerifier() => new(Encode(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The S256 challenge of a verifier.</summary>
    public static string Challenge(SecretText verifier) => Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier.Reveal())));

    private static string Encode(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
