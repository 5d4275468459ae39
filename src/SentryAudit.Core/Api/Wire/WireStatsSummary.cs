using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireStatsSummary : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey =>
        Projects is null ? "projects"
        : Array.Exists(Projects, project => string.IsNullOrEmpty(project.Id)) ? "id"
        : Array.Exists(Projects, project => string.IsNullOrEmpty(project.Slug)) ? "slug"
        : Array.Exists(Projects, project => project.Stats is null) ? "stats"
        : Projects.Any(project => Array.Exists(project.Stats!, row => string.IsNullOrEmpty(row.Category))) ? "category"
        : null;

    public WireProjectStats[]? Projects { get; set; }

    internal sealed class WireProjectStats
    {
        public string? Id { get; set; }

        public string? Slug { get; set; }

        public WireCategory[]? Stats { get; set; }
    }

    internal sealed class WireCategory
    {
        public string? Category { get; set; }

        public WireOutcomes? Outcomes { get; set; }
    }

    internal sealed class WireOutcomes
    {
        public long? Accepted { get; set; }

        public long? Filtered { get; set; }

        [JsonPropertyName("rate_limited")]
        public long? RateLimited { get; set; }

        public long? Invalid { get; set; }

        public long? Abuse { get; set; }

        [JsonPropertyName("client_discard")]
        public long? ClientDiscard { get; set; }

        [JsonPropertyName("cardinality_limited")]
        public long? CardinalityLimited { get; set; }
    }
}
