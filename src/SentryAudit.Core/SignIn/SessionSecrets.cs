using System.Text.Json;
using System.Text.Json.Serialization;
using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>The secrets of a kept session, written as one text, so that tokens in a vault always belong together.</summary>
internal sealed class SessionSecrets
{
    [JsonPropertyName("access")]
    public string? Access { get; set; }

    [JsonPropertyName("refresh")]
    public string? Refresh { get; set; }

    [JsonPropertyName("clientSecret")]
    public string? ClientSecret { get; set; }

    /// <summary>When the tokens were issued. It is stored with them, so that times and tokens of two writers can't be mixed.</summary>
    [JsonPropertyName("issuedAt")]
    public DateTimeOffset? IssuedAt { get; set; }

    [JsonPropertyName("expiresAt")]
    public DateTimeOffset? ExpiresAt { get; set; }

    public static string Write(SignedIn session)
    {
        var tokens = session.Tokens;
        return JsonSerializer.Serialize(
            new SessionSecrets
            {
                Access = tokens.Access.Reveal(),
                Refresh = tokens.Refresh?.Reveal(),
                ClientSecret = session.ClientSecret?.Reveal(),
                IssuedAt = tokens.IssuedAt,
                ExpiresAt = tokens.ExpiresAt,
            },
            WireSignInJson.Default.SessionSecrets);
    }

    /// <exception cref="JsonException">The text contains no tokens.</exception>
    public static SessionSecrets Read(string text) =>
        JsonSerializer.Deserialize(text, WireSignInJson.Default.SessionSecrets) is { Access.Length: > 0 } secrets
            ? secrets
            : throw new JsonException("There is no access token.");

    public TokenPair ToPair() =>
        new(new SecretText(Access!), Refresh is null ? null : new SecretText(Refresh), IssuedAt ?? DateTimeOffset.UnixEpoch, ExpiresAt);
}
