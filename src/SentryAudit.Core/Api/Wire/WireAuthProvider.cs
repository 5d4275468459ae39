using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>Single sign-on. In snake case, unlike nearly everything else.</summary>
internal sealed class WireAuthProvider : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    [JsonPropertyName("provider_name")]
    public string? ProviderName { get; set; }

    [JsonPropertyName("pending_links_count")]
    public int? PendingLinksCount { get; set; }

    [JsonPropertyName("login_url")]
    public string? LoginUrl { get; set; }

    [JsonPropertyName("default_role")]
    public string? DefaultRole { get; set; }

    [JsonPropertyName("require_link")]
    public bool? RequireLink { get; set; }

    [JsonPropertyName("scim_enabled")]
    public bool? ScimEnabled { get; set; }
}
