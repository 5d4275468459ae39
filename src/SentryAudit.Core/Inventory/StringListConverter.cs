using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Inventory;

/// <summary>Reads and writes a list of strings as a JSON array.</summary>
internal sealed class StringListConverter : JsonConverter<StringList>
{
    public override StringList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException("A list of strings is expected.");
        }

        var items = new List<string>();
        while (reader.Read() && reader.TokenType is JsonTokenType.String)
        {
            items.Add(reader.GetString()!);
        }

        return items.Count == 0 ? StringList.Empty : new StringList(items);
    }

    public override void Write(Utf8JsonWriter writer, StringList value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
