using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Http;

/// <summary>Reads whole numbers of 32 bits, also as text or with a fraction, which is dropped; anything else is unknown.</summary>
internal sealed class LenientNumberConverter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var whole) ? whole
                    : reader.TryGetDouble(out var real) && Math.Abs(real) < int.MaxValue ? (int)real
                    : null;
            case JsonTokenType.String:
                var text = WireText.Read(ref reader);
                return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
            default:
                reader.TrySkip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) => writer.WriteNumberValue(value!.Value);
}
