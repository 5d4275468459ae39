using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireEvent : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(EventId ?? Id) ? "eventID" : null;

    public string? Id { get; set; }

    [JsonPropertyName("eventID")]
    public string? EventId { get; set; }

    [JsonPropertyName("groupID")]
    public string? GroupId { get; set; }

    [JsonPropertyName("event.type")]
    public string? EventType { get; set; }

    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Message { get; set; }

    public string? Location { get; set; }

    public string? Culprit { get; set; }

    public string? Platform { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public WireEventUser? User { get; set; }

    public WireTag[]? Tags { get; set; }

    /// <summary>Null in a short row, which says nothing about them.</summary>
    public WireEntry[]? Entries { get; set; }

    internal sealed class WireEventUser
    {
        public string? Id { get; set; }

        public string? Email { get; set; }

        public string? Username { get; set; }

        [JsonPropertyName("ip_address")]
        public string? IpAddress { get; set; }
    }

    internal sealed class WireTag
    {
        public string? Key { get; set; }

        public string? Value { get; set; }
    }

    internal sealed class WireEntry : IKeyedAnswer
    {
        string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Type) ? "type" : null;

        public string? Type { get; set; }

        public JsonElement? Data { get; set; }
    }
}
