using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireRole : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Desc { get; set; }

    public string[]? Scopes { get; set; }

    public bool? IsRetired { get; set; }

    public bool? IsGlobal { get; set; }

    /// <summary>The older spelling of <see cref="IsGlobal"/>, which Sentry sends beside it.</summary>
    [JsonPropertyName("is_global")]
    public bool? IsGlobalBefore { get; set; }

    /// <summary>Only organization roles have it.</summary>
    public string? MinimumTeamRole { get; set; }
}
