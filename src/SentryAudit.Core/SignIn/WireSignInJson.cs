using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>Generated readers for what a sign-in exchanges, and for what a stored session consists of.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientStringConverter), typeof(LenientDateConverter), typeof(LenientNumberConverter)])]
[JsonSerializable(typeof(WireDeviceCode))]
[JsonSerializable(typeof(WireTokenGrant))]
[JsonSerializable(typeof(SessionRecord))]
[JsonSerializable(typeof(SessionSecrets))]
internal sealed partial class WireSignInJson : JsonSerializerContext;
