using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Api.Wire;

/// <summary>
/// Reads a list within an item. With a null, something strange or something without its key in it nobody knows what the whole list is:
/// a shorter one would pass for whole, so it is unknown. In a list of numbers or times, null stands for an unknown one.
/// </summary>
internal sealed class ForgivingArrayConverter<T> : JsonConverter<T[]>
{
    private static readonly bool MayBeNull = Nullable.GetUnderlyingType(typeof(T)) is not null;

    public override T[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.TrySkip();
            return null;
        }

        var item = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        var isObject = options.GetTypeInfo(typeof(T)).Kind is JsonTypeInfoKind.Object;
        var items = new List<T>();
        var isKnown = true;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            T? value = default;
            if (isObject && reader.TokenType is not JsonTokenType.StartObject)
            {
                reader.TrySkip();
            }
            else
            {
                value = item.Read(ref reader, typeof(T), options);
            }

            isKnown &= MayBeNull || (value is not null and not IKeyedAnswer { MissingKey: not null });
            items.Add(value!);
        }

        return isKnown ? [.. items] : null;
    }

    public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) => throw new NotSupportedException();
}
