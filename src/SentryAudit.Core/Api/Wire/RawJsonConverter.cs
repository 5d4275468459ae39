using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SentryAudit.Api.Wire;

/// <summary>
/// Reads an answer that is shown as it is. Where half of a pair of surrogates stands, it gets the sign for "no character": .NET has no
/// text with half of one.
/// </summary>
internal sealed partial class RawJsonConverter : JsonConverter<JsonElement>
{
    private const string NoCharacter = @"\ufffd";

    /// <summary>The reader of such answers.</summary>
    public static readonly JsonTypeInfo<JsonElement> Reader =
        JsonMetadataServices.CreateValueInfo<JsonElement>(WireJson.Default.Options, new RawJsonConverter());

    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var isReadable = FreeJsonConverter.IsReadable(reader);
        var value = JsonElement.ParseValue(ref reader);
        return isReadable ? value : Mended(value);
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

    /// <exception cref="JsonException">There is text in it that is no UTF-8.</exception>
    private static JsonElement Mended(JsonElement value)
    {
        try
        {
            return JsonDocument.Parse(Half().Replace(value.GetRawText(), Whole)).RootElement;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("There is text in the answer that is no UTF-8.", fault);
        }
    }

    private static string Whole(Match escape) => escape.Groups["half"].Success ? NoCharacter : escape.Value;

    // Every escape is taken as a whole, so that the second of two backslashes does not begin one.
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Half();
}
