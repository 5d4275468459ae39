using System.Text.Json;
using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>
/// Reads an id of which Sentry documents that null means "none": empty then. Missing or anything else that is no id is unknown.
/// </summary>
internal sealed class NoneConverter : JsonConverter<string?>
{
    private static readonly LenientStringConverter Text = new();

    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Null ? "" : Text.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
