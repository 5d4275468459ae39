using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>Generated readers for what Sentry counts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(LenientStringConverter),
        typeof(LenientDateConverter),
        typeof(LenientBooleanConverter),
        typeof(LenientNumberConverter),
        typeof(LenientLongConverter),
    ])]
[JsonSerializable(typeof(WireStats))]
[JsonSerializable(typeof(WireStatsSummary))]
[JsonSerializable(typeof(WireSubscription))]
[JsonSerializable(typeof(long?[][]))]
internal sealed partial class WireStatsJson : JsonSerializerContext;
