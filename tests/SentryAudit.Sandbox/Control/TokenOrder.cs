using System.Text.Json.Serialization;

namespace SentryAudit.Sandbox.Control;

/// <summary>A token to make.</summary>
internal sealed record TokenOrder(
    [property: JsonConverter(typeof(JsonStringEnumConverter<SandboxTokenKind>))] SandboxTokenKind Kind,
    string[] Scopes,
    bool Expired = false);
