using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireIssue : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? ShortId { get; set; }

    public string? Title { get; set; }

    public string? Culprit { get; set; }

    public string? Permalink { get; set; }

    public string? Level { get; set; }

    public string? Status { get; set; }

    public string? Substatus { get; set; }

    public string? Priority { get; set; }

    public string? Platform { get; set; }

    public WireReference? Project { get; set; }

    public string? Type { get; set; }

    public string? IssueType { get; set; }

    public string? IssueCategory { get; set; }

    public WireFeedback? Metadata { get; set; }

    public WireAssignee? AssignedTo { get; set; }

    public bool? IsUnhandled { get; set; }

    public int? NumComments { get; set; }

    /// <summary>Sentry sends it as text.</summary>
    public string? Count { get; set; }

    public string? UserCount { get; set; }

    public DateTimeOffset? FirstSeen { get; set; }

    public DateTimeOffset? LastSeen { get; set; }

    internal sealed class WireAssignee
    {
        public string? Type { get; set; }

        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }
    }

    /// <summary>What a user wrote into the widget; other issues have other metadata.</summary>
    internal sealed class WireFeedback
    {
        public string? Message { get; set; }

        public string? Name { get; set; }

        [JsonPropertyName("contact_email")]
        public string? ContactEmail { get; set; }

        [JsonPropertyName("associated_event_id")]
        public string? AssociatedEventId { get; set; }
    }
}
