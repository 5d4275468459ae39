using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>Generated readers for what an organization owns beside people, teams and projects; rules as in <see cref="WireJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(LenientStringConverter),
        typeof(LenientDateConverter),
        typeof(LenientBooleanConverter),
        typeof(LenientNumberConverter),
    ])]
[JsonSerializable(typeof(WireProjectKey[]))]
[JsonSerializable(typeof(WireRepository[]))]
[JsonSerializable(typeof(WireDeployment[]))]
[JsonSerializable(typeof(WireMonitorDetector[]))]
[JsonSerializable(typeof(WireMonitor[]))]
[JsonSerializable(typeof(WireIntegration[]))]
[JsonSerializable(typeof(WireCustomIntegration[]))]
[JsonSerializable(typeof(WireReference[]))]
[JsonSerializable(typeof(WireInviteRequest[]))]
[JsonSerializable(typeof(WireAuthProvider))]
internal sealed partial class WireResourceJson : JsonSerializerContext;
