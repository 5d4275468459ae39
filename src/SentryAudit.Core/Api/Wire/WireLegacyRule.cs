using System.Text.Json;

namespace SentryAudit.Api.Wire;

/// <summary>A rule of the endpoints that workflows replaced: a project's issue rule, or an item of the combined rules.</summary>
internal sealed class WireLegacyRule
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>rule</c>, <c>alert_rule</c>, <c>uptime</c> or <c>monitor</c>; only in the combined list.</summary>
    public string? Type { get; init; }

    /// <summary>Text on issue rules, a number on metric rules.</summary>
    public string? Status { get; init; }

    public string? ActionMatch { get; init; }

    public string? FilterMatch { get; init; }

    /// <summary>Minutes, whatever other tools say.</summary>
    public int? Frequency { get; init; }

    public WireAction[]? Actions { get; init; }

    public string? Environment { get; init; }

    /// <summary>Text as <c>team:1</c> on rules, an object on uptime monitors.</summary>
    public JsonElement? Owner { get; init; }

    public WireReference? CreatedBy { get; init; }

    public string[]? Projects { get; init; }

    public string? ProjectSlug { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastTriggered { get; init; }

    public WireTrigger[]? Triggers { get; init; }

    internal sealed class WireTrigger
    {
        public WireLegacyAction[]? Actions { get; init; }
    }

    internal sealed class WireLegacyAction
    {
        public string? Type { get; init; }

        public string? TargetType { get; init; }

        public string? TargetIdentifier { get; init; }

        public string? Desc { get; init; }
    }
}
