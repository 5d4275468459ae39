using System.Text.Json.Serialization;

namespace SentryAudit.SignIn;

/// <summary>The content of a session's file. Everything except <see cref="Secret"/> is readable for anyone who can read the file.</summary>
internal sealed class SessionRecord
{
    public const int CurrentVersion = 1;

    [JsonPropertyName("version")]
    public int? Version { get; set; } = CurrentVersion;

    [JsonPropertyName("baseUri")]
    public string? BaseUri { get; set; }

    [JsonPropertyName("account")]
    public string? Account { get; set; }

    [JsonPropertyName("clientId")]
    public string? ClientId { get; set; }

    [JsonPropertyName("scopes")]
    public string[]? Scopes { get; set; }

    [JsonPropertyName("issuedAt")]
    public DateTimeOffset? IssuedAt { get; set; }

    [JsonPropertyName("expiresAt")]
    public DateTimeOffset? ExpiresAt { get; set; }

    [JsonPropertyName("savedAt")]
    public DateTimeOffset? SavedAt { get; set; }

    [JsonPropertyName("protection")]
    public string? Protection { get; set; }

    [JsonPropertyName("vault")]
    public string? Vault { get; set; }

    /// <summary>The <see cref="SessionSecrets"/>, protected.</summary>
    [JsonPropertyName("secret")]
    public string? Secret { get; set; }

    public SentrySession ToModel(string path) => new()
    {
        BaseUri = new Uri(BaseUri!),
        Account = Account!,
        ClientId = ClientId!,
        Scopes = new StringList(Scopes ?? []),
        ExpiresAt = ExpiresAt,
        SavedAt = SavedAt ?? default,
        Protection = Enum.TryParse<SentrySessionProtection>(Protection, out var kind) ? kind : SentrySessionProtection.Unknown,
        Vault = Vault,
        Path = path,
    };
}
