using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Http;

/// <summary>Reads whole numbers of 64 bits, also as text or with a fraction, which is dropped; anything else is unknown.</summary>
internal sealed class LenientLongConverter : JsonConverter<long?>
{
    private const double Limit = 9e18;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole) ? whole
                    : reader.TryGetDouble(out var real) && Math.Abs(real) < Limit ? (long)real
                    : null;
            case JsonTokenType.String:
                var text = WireText.Read(ref reader);
                return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
            default:
                reader.TrySkip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => writer.WriteNumberValue(value!.Value);
}
