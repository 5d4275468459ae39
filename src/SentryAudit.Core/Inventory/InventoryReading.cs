using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SentryAudit.Inventory;

/// <summary>
/// The readers of <see cref="InventoryJson"/>, but strict: what an object can't be without is there and is not null. The module wrote
/// these files itself, so anything else is damage.
/// </summary>
internal static class InventoryReading
{
    private static readonly JsonSerializerOptions Options = new(InventoryJson.Default.Options)
    {
        TypeInfoResolver = InventoryJson.Default.WithAddedModifier(Insist),
    };

    /// <summary>The strict reader in the place of a lenient one.</summary>
    public static JsonTypeInfo<T> Strict<T>(this JsonTypeInfo<T> type) => (JsonTypeInfo<T>)Options.GetTypeInfo(type.Type);

    /// <exception cref="JsonException">The line is not what the module writes.</exception>
    public static InventoryEntry<T> EntryOf<T>(ReadOnlySpan<byte> line, JsonTypeInfo<InventoryEntry<T>> json)
        where T : class =>
        JsonSerializer.Deserialize(line, json) is { Entity: not null } entry ? entry : throw new JsonException("An object is expected.");

    /// <exception cref="JsonException">The line is not what the module writes.</exception>
    public static InventoryHeader? HeaderOf(string line) =>
        JsonSerializer.Deserialize(line, InventoryJson.Default.InventoryHeader.Strict()) switch
        {
            { Format: InventoryHeader.FormatName } header
                when header.Host is null || header.Sections?.All(section => section is { Length: >= 0 }) is not true =>
                throw new JsonException("A host and sections are expected."),
            var header => header,
        };

    private static void Insist(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            // Every object is read at some time.
            property.IsRequired |= property.Name == "lastUpdated" && property.Set is not null;
            if (property.IsRequired && property.PropertyType == typeof(string))
            {
                property.CustomConverter = new KnownTextConverter();
            }
        }
    }
}
