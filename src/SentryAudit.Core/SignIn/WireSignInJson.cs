using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.SignIn;

/// <summary>How the messages of a sign-in and the files of kept sessions are read and written.</summary>
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
