using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireUserReport : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    [JsonPropertyName("eventID")]
    public string? EventId { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Comments { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public WireReference? Issue { get; set; }
}
