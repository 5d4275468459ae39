using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>Reads a list whose page is an object around it: as in any list, null stands for an item that Sentry could not write.</summary>
internal sealed class RowsConverter<T> : JsonConverter<T?[]>
    where T : class
{
    private static readonly ForgivingConverter<T> Item = new();

    public override T?[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.TrySkip();
            return null;
        }

        var items = new List<T?>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(Item.Read(ref reader, typeof(T), options));
        }

        return [.. items];
    }

    public override void Write(Utf8JsonWriter writer, T?[] value, JsonSerializerOptions options) => throw new NotSupportedException();
}
