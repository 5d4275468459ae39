using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>Generated readers for what Sentry answers to changes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(LenientStringConverter),
        typeof(LenientDateConverter),
        typeof(LenientBooleanConverter),
        typeof(LenientNumberConverter),
    ])]
[JsonSerializable(typeof(WireMemberDetail))]
[JsonSerializable(typeof(WireProjectSettings))]
internal sealed partial class WireWriteJson : JsonSerializerContext;
