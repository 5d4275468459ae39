using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SentryAudit.Audits.Graph;

/// <summary>
/// Writes one JSON document of entities and relationships, for JupiterOne's synchronization. A code repository is not an entity of
/// Sentry's: its relationship contains the address by which JupiterOne finds the entity of the code host.
/// </summary>
/// <param name="output">The document.</param>
/// <param name="relationships">A temporary file for the relationships until all entities are written.</param>
/// <param name="accountName">Value of <c>tag.AccountName</c> on every entity; null for none.</param>
internal sealed class JupiterOneWriter(TextWriter output, Stream relationships, string? accountName) : GraphWriter
{
    // Keys of entities and edges that several organizations have in common, so that they are written once.
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private bool _hasEntity;
    private bool _hasRelationship;

    public override void Complete()
    {
        output.Write(_hasEntity ? "\n],\n\"relationships\": [" : "{\"entities\": [],\n\"relationships\": [");
        relationships.Position = 0;
        using (var reader = new StreamReader(relationships, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true))
        {
            var block = new char[8192];
            for (var read = reader.Read(block); read > 0; read = reader.Read(block))
            {
                output.Write(block, 0, read);
            }
        }

        output.WriteLine("\n]}");
    }

    protected override void WriteNode(GraphNode node)
    {
        var isShared = node.Kind is GraphNodeKind.Service or GraphNodeKind.Role;
        if (node.Kind is GraphNodeKind.Repository || (isShared && !_shared.Add(JupiterOneSchema.KeyOf(node))))
        {
            return;
        }

        output.Write(_hasEntity ? ",\n" : "{\"entities\": [\n");
        _hasEntity = true;
        output.Write(Encoding.UTF8.GetString(Render(json => WriteEntity(json, node))));
    }

    protected override void WriteEdge(GraphEdge edge)
    {
        if (edge.To.Kind is GraphNodeKind.Repository && (UrlOf(edge.To) is not { } url || !_shared.Add($"{edge.From.Id} {url}")))
        {
            return;
        }

        relationships.Write(_hasRelationship ? ",\n"u8 : "\n"u8);
        _hasRelationship = true;
        relationships.Write(Render(json => WriteRelationship(json, edge)));
    }

    private void WriteEntity(Utf8JsonWriter json, GraphNode node)
    {
        var entity = JupiterOneSchema.Of(node.Kind);
        json.WriteString("_key", JupiterOneSchema.KeyOf(node));
        json.WriteString("_type", entity.Type);
        json.WriteStartArray("_class");
        json.WriteStringValue(entity.Class);
        json.WriteEndArray();
        json.WriteString("displayName", node.Name);
        foreach (var column in entity.Columns)
        {
            WriteValue(json, column.Name, column.Read(node));
        }

        WriteValue(json, "tag.AccountName", accountName);
    }

    private static void WriteRelationship(Utf8JsonWriter json, GraphEdge edge)
    {
        var (name, from) = (CartographySchema.NameOf(edge.Type), JupiterOneSchema.KeyOf(edge.From));
        var fromType = JupiterOneSchema.Of(edge.From.Kind).Type;
        var isMapped = edge.To.Kind is GraphNodeKind.Repository;

        // The key has the format that JupiterOne's own integrations make of the address.
        var to = isMapped ? $"FORWARD:webLink={UrlOf(edge.To)}:_class=CodeRepo" : JupiterOneSchema.KeyOf(edge.To);
        var toName = isMapped ? "repository" : JupiterOneSchema.Of(edge.To.Kind).Type["sentry_".Length..];
        json.WriteString("_key", $"{from}|{name.ToLowerInvariant()}|{to}");
        json.WriteString("_type", $"{fromType}_{name.ToLowerInvariant()}_{toName}");
        json.WriteString("_class", name);
        json.WriteString("displayName", name);
        if (!isMapped)
        {
            json.WriteString("_fromEntityKey", from);
            json.WriteString("_toEntityKey", to);
            return;
        }

        WriteMapping(json, from, UrlOf(edge.To)!);
    }

    private static void WriteMapping(Utf8JsonWriter json, string from, string url)
    {
        json.WriteStartObject("_mapping");
        json.WriteString("relationshipDirection", "FORWARD");
        json.WriteString("sourceEntityKey", from);
        json.WriteStartArray("targetFilterKeys");
        json.WriteStartArray();
        json.WriteStringValue("webLink");
        json.WriteStringValue("_class");
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartObject("targetEntity");
        json.WriteString("_class", "CodeRepo");
        json.WriteString("webLink", url);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case long number: json.WriteNumber(name, number); break;
            case string[] texts:
                json.WriteStartArray(name);
                Array.ForEach(texts, json.WriteStringValue);
                json.WriteEndArray();
                break;
        }
    }

    private static string? UrlOf(GraphNode node) => ((SentryRepository)node.Entity!).Url is { Length: > 0 } url ? url : null;

    private ReadOnlySpan<byte> Render(Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return _buffer.WrittenSpan;
    }
}
