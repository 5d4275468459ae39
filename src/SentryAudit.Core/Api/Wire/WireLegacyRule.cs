using System.Text.Json;

namespace SentryAudit.Api.Wire;

/// <summary>A rule of the endpoints that workflows replaced: a project's issue rule, or an item of the combined rules.</summary>
internal class WireLegacyRule : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary><c>rule</c>, <c>alert_rule</c>, <c>uptime</c> or <c>monitor</c>; only in the combined list.</summary>
    public string? Type { get; set; }

    /// <summary>Text on issue rules, a number on metric rules.</summary>
    public string? Status { get; set; }

    /// <summary>Muted, for everybody or for the caller alone.</summary>
    public bool? Snooze { get; set; }

    public bool? SnoozeForEveryone { get; set; }

    public string? ActionMatch { get; set; }

    public string? FilterMatch { get; set; }

    /// <summary>Minutes, whatever other tools say.</summary>
    public int? Frequency { get; set; }

    public WireAction[]? Actions { get; set; }

    public string? Environment { get; set; }

    /// <summary>Text as <c>team:1</c> on rules, an object on uptime monitors.</summary>
    public JsonElement? Owner { get; set; }

    public WireReference? CreatedBy { get; set; }

    public string[]? Projects { get; set; }

    public string? ProjectSlug { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public DateTimeOffset? LastTriggered { get; set; }

    public WireTrigger[]? Triggers { get; set; }

    internal sealed class WireTrigger
    {
        public WireLegacyAction[]? Actions { get; set; }
    }

    internal sealed class WireLegacyAction
    {
        public string? Type { get; set; }

        public string? TargetType { get; set; }

        public string? TargetIdentifier { get; set; }

        public string? Desc { get; set; }
    }
}
