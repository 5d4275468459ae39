using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>Generated readers for issues, events and the people they are about; made as <see cref="WireJson"/> is.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(LenientStringConverter),
        typeof(LenientDateConverter),
        typeof(LenientBooleanConverter),
        typeof(LenientNumberConverter),
    ])]
[JsonSerializable(typeof(WireIssue))]
[JsonSerializable(typeof(WireIssue[]))]
[JsonSerializable(typeof(WireEvent))]
[JsonSerializable(typeof(WireEvent[]))]
[JsonSerializable(typeof(WireEventLocation))]
[JsonSerializable(typeof(WireUserReport[]))]
[JsonSerializable(typeof(WireEndUser[]))]
internal sealed partial class WireEventsJson : JsonSerializerContext;
