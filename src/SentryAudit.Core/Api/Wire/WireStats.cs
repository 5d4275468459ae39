using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>Counts by group. Series stand in the order of the intervals.</summary>
internal sealed class WireStats : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => Groups is null ? "groups" : null;

    /// <summary>What groups lack of that by which they were asked for; null for nothing. A group of nobody is a count too few.</summary>
    public string? MissingIn(Func<WireBy, string?> groupBy, string name) =>
        Array.Exists(Groups!, group => group.By is null || string.IsNullOrEmpty(groupBy(group.By))) ? name : null;

    public DateTimeOffset?[]? Intervals { get; set; }

    public WireGroup[]? Groups { get; set; }

    internal sealed class WireGroup
    {
        public WireBy? By { get; set; }

        public WireTotals? Totals { get; set; }

        public WireSeries? Series { get; set; }
    }

    /// <summary>What the group has in common: as much of it as was asked for.</summary>
    internal sealed class WireBy
    {
        public string? Outcome { get; set; }

        public string? Category { get; set; }

        /// <summary>The id, which is a number here.</summary>
        public string? Project { get; set; }
    }

    internal sealed class WireTotals
    {
        [JsonPropertyName("sum(quantity)")]
        public long? Quantity { get; set; }
    }

    internal sealed class WireSeries
    {
        [JsonPropertyName("sum(quantity)")]
        public long?[]? Quantity { get; set; }
    }
}
