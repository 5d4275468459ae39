using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Api.Wire;

/// <summary>
/// The readers of <see cref="WireJson"/>, but forgiving: a nested field that is not what it should be is unknown by itself, and does
/// not take the page with it. The items of a page are not forgiven, since nobody could tell what they were.
/// </summary>
internal static class WireReading
{
    private static readonly JsonSerializerOptions Options = new(WireJson.Default.Options)
    {
        TypeInfoResolver = WireJson.Default.WithAddedModifier(Forgive),
    };

    /// <summary>The forgiving reader in the place of a strict one.</summary>
    public static JsonTypeInfo<T> Forgiving<T>(this JsonTypeInfo<T> type) => (JsonTypeInfo<T>)Options.GetTypeInfo(type.Type);

    private static void Forgive(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.CustomConverter ??= ConverterOf(property.PropertyType);
        }
    }

    private static JsonConverter? ConverterOf(Type type) =>
        type == typeof(JsonElement?) ? new FreeJsonConverter()
        : type.IsArray ? Make(typeof(ForgivingArrayConverter<>), type.GetElementType()!)
        : type.Namespace == typeof(WireJson).Namespace ? Make(typeof(ForgivingConverter<>), type)
        : null;

    private static JsonConverter Make(Type converter, Type of) => (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(of))!;
}
