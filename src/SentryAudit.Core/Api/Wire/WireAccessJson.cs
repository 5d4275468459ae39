using System.Text.Json;
using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>Generated readers for roles, access and the audit log, with the rules of <see cref="WireJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(LenientStringConverter),
        typeof(LenientDateConverter),
        typeof(LenientBooleanConverter),
        typeof(LenientNumberConverter),
    ])]
[JsonSerializable(typeof(WireOrganizationRoles))]
[JsonSerializable(typeof(WireAuditLog))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WireAccessJson : JsonSerializerContext;
