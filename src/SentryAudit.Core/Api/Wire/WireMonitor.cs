using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>
/// A cron monitor; also what the source of a detector holds, where a metric has <see cref="SnubaQuery"/> and an address
/// <see cref="Environment"/>.
/// </summary>
internal sealed class WireMonitor : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Status { get; set; }

    public bool? IsMuted { get; set; }

    public WireTiming? Config { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public WireReference? Project { get; set; }

    public WireReference? Owner { get; set; }

    public WireEnvironment[]? Environments { get; set; }

    public string? Environment { get; set; }

    public WireQuery? SnubaQuery { get; set; }

    internal sealed class WireTiming
    {
        /// <summary>A crontab line, or a list of a number and a unit.</summary>
        public JsonElement? Schedule { get; set; }

        [JsonPropertyName("timezone")]
        public string? TimeZone { get; set; }
    }

    internal sealed class WireEnvironment
    {
        public string? Name { get; set; }

        public DateTimeOffset? LastCheckIn { get; set; }
    }

    internal sealed class WireQuery
    {
        public string? Environment { get; set; }
    }
}
