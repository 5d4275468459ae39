using System.Text.Json;
using SentryAudit.Common.Text;

namespace SentryAudit.Connections;

/// <summary>What a token itself shows, without asking Sentry. A prefix is only a hint, never a reason to refuse a token.</summary>
/// <param name="Kind">The kind, by the prefix.</param>
/// <param name="Uri">For an organization token, the Sentry that it names.</param>
/// <param name="Organization">For an organization token, the organization that it names.</param>
/// <param name="RegionUrl">For an organization token, the region that it names.</param>
internal sealed record SentryToken(SentryTokenKind Kind, Uri? Uri = null, string? Organization = null, string? RegionUrl = null)
{
    public static SentryToken Read(SecretText secret)
    {
        var text = secret.Reveal();
        return text switch
        {
            _ when text.StartsWith("sntryu_", StringComparison.Ordinal) => new SentryToken(SentryTokenKind.Personal),
            _ when text.StartsWith("sntrys_", StringComparison.Ordinal) => ReadClaims(text),
            _ when text.StartsWith("sntryi_", StringComparison.Ordinal) => new SentryToken(SentryTokenKind.Integration),
            _ when text.StartsWith("sntrya_", StringComparison.Ordinal) => new SentryToken(SentryTokenKind.OAuth),
            _ => new SentryToken(SentryTokenKind.Unknown),
        };
    }

    // sntrys_<base64 of {iat,url,region_url,org}>_<secret>. These claims are not signed, and the token also works without them.
    private static SentryToken ReadClaims(string text)
    {
        var none = new SentryToken(SentryTokenKind.Organization);
        var parts = text.Split('_');
        if (parts.Length != 3)
        {
            return none;
        }

        try
        {
            var padded = parts[1].PadRight((parts[1].Length + 3) / 4 * 4, '=');
            using var claims = JsonDocument.Parse(Convert.FromBase64String(padded));
            return none with
            {
                Uri = Address(Claim(claims, "url")),
                Organization = Claim(claims, "org"),
                RegionUrl = Claim(claims, "region_url"),
            };
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            return none;
        }
    }

    private static string? Claim(JsonDocument claims, string name) =>
        claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
