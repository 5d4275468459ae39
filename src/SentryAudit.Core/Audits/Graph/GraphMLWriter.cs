using System.Globalization;
using System.Text;
using System.Xml;

namespace SentryAudit.Audits.Graph;

/// <summary>Writes GraphML 1.0. The labels are in the data <c>labels</c> and <c>label</c>, where Neo4j's APOC looks for them.</summary>
internal sealed class GraphMLWriter : GraphWriter
{
    public const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private readonly XmlWriter _xml;

    public GraphMLWriter(TextWriter output)
    {
        _xml = XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Indent = true,
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize,
            }
        );
        _xml.WriteStartElement("graphml", Namespace);
        WriteKey("labels", "node", GraphValueType.Text);
        var columns = CartographySchema.Labels.SelectMany(label => label.Columns);
        foreach (var column in columns.DistinctBy(column => column.Name, StringComparer.Ordinal))
        {
            WriteKey(column.Name, "node", column.Type);
        }

        WriteKey("label", "edge", GraphValueType.Text);
        WriteKey("edge_lastupdated", "edge", GraphValueType.Number, "lastupdated");
        _xml.WriteStartElement("graph", Namespace);
        _xml.WriteAttributeString("id", "sentry");
        _xml.WriteAttributeString("edgedefault", "directed");
    }

    public override void Complete()
    {
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    public override void Dispose()
    {
        _xml.Dispose();
        base.Dispose();
    }

    protected override void WriteNode(GraphNode node)
    {
        var label = CartographySchema.Of(node.Kind);
        _xml.WriteStartElement("node", Namespace);
        _xml.WriteAttributeString("id", GraphId.Of(node));
        WriteData("labels", $":{string.Join(':', label.Labels)}");
        foreach (var column in label.Columns)
        {
            if (column.Read(node) is { } value)
            {
                WriteData(
                    column.Name,
                    value is bool flag ? XmlConvert.ToString(flag) : Convert.ToString(value, CultureInfo.InvariantCulture)!);
            }
        }

        _xml.WriteEndElement();
    }

    protected override void WriteEdge(GraphEdge edge)
    {
        _xml.WriteStartElement("edge", Namespace);
        _xml.WriteAttributeString("source", GraphId.Of(edge.From));
        _xml.WriteAttributeString("target", GraphId.Of(edge.To));
        WriteData("label", CartographySchema.NameOf(edge.Type));
        WriteData("edge_lastupdated", CartographySchema.LastUpdated(edge.LastUpdated).ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    private void WriteKey(string id, string element, GraphValueType type, string? name = null)
    {
        _xml.WriteStartElement("key", Namespace);
        _xml.WriteAttributeString("id", id);
        _xml.WriteAttributeString("for", element);
        _xml.WriteAttributeString("attr.name", name ?? id);
        _xml.WriteAttributeString(
            "attr.type",
            type switch
            {
                GraphValueType.Flag => "boolean",
                GraphValueType.Number => "long",
                _ => "string",
            }
        );
        _xml.WriteEndElement();
    }

    private void WriteData(string key, string text)
    {
        _xml.WriteStartElement("data", Namespace);
        _xml.WriteAttributeString("key", key);
        _xml.WriteString(Clean(text));
        _xml.WriteEndElement();
    }

    // XML 1.0 can't contain most control characters, nor half of a surrogate pair.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? clean.Append('\uFFFD') : clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
