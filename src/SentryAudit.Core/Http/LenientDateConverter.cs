using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Http;

/// <summary>
/// Reads dates of ISO 8601, with or without fraction and offset, and converts them to UTC. A value that is no date is unknown and does
/// not make the whole page fail.
/// </summary>
internal sealed class LenientDateConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            reader.TrySkip();
            return null;
        }

        if (!reader.HasValueSequence && EndsWithOffset(reader.ValueSpan) && reader.TryGetDateTimeOffset(out var date))
        {
            return date.ToUniversalTime();
        }

        // Sentry means UTC where it writes no offset, never the time zone of this machine.
        return DateTimeOffset.TryParse(
            WireText.Read(ref reader),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out date)
            ? date
            : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value!.Value);

    private static bool EndsWithOffset(ReadOnlySpan<byte> text) =>
        text.Length > 6 && (text[^1] == (byte)'Z' || (text[^6] is (byte)'+' or (byte)'-' && text[^3] == (byte)':'));
}
