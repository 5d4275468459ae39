using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Inventory;

/// <summary>Reads text that must be there.</summary>
internal sealed class KnownTextConverter : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw new JsonException("A text is expected.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
