using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>A project by itself: the settings, which the list leaves out.</summary>
internal sealed class WireProjectSettings : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Slug) ? "slug" : null;

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Platform { get; set; }

    /// <summary>Hours after which quiet issues are resolved; 0 for never.</summary>
    public int? ResolveAge { get; set; }

    public string? SubjectPrefix { get; set; }

    public string? SubjectTemplate { get; set; }

    public bool? DataScrubber { get; set; }

    public bool? DataScrubberDefaults { get; set; }

    [JsonPropertyName("scrubIPAddresses")]
    public bool? ScrubIPAddresses { get; set; }

    public bool? ScrapeJavaScript { get; set; }

    public string[]? SensitiveFields { get; set; }

    public string[]? SafeFields { get; set; }
}
