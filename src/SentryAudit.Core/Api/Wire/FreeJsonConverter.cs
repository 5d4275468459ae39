using System.Text.Json;
using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>Keeps JSON of any kind as it is; with text in it that is no Unicode, which no one could read later, it is unknown.</summary>
internal sealed class FreeJsonConverter : JsonConverter<JsonElement?>
{
    public override JsonElement? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var isReadable = IsReadable(reader);
        var value = JsonElement.ParseValue(ref reader);
        return isReadable ? value : null;
    }

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    /// <summary>Whether all text is Unicode. The reader is a copy: the one it was made of stays where it is.</summary>
    public static bool IsReadable(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
            {
                return false;
            }
        }
        while ((reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth)
            && reader.Read());
        return true;
    }

    private static bool IsText(ref Utf8JsonReader reader) =>
        (!reader.ValueIsEscaped && System.Text.Ascii.IsValid(reader.ValueSpan)) || WireText.Read(ref reader) is not null;
}
