using System.Globalization;

namespace SentryAudit.Audits.Graph;

/// <summary>
/// Writes CSV files with the headers of neo4j-admin: one for each label, and one for each relationship between two labels.
/// </summary>
internal sealed class Neo4jCsvWriter : GraphWriter
{
    private readonly Dictionary<GraphNodeKind, TextWriter> _nodes = [];
    private readonly Dictionary<(SentryRelationshipType Type, GraphNodeKind From, GraphNodeKind To), TextWriter> _edges = [];

    public Neo4jCsvWriter(IReadOnlySet<GraphNodeKind> excluded, Func<string, TextWriter> open)
    {
        foreach (var label in CartographySchema.Labels.Where(label => !excluded.Contains(label.Kind)))
        {
            var file = _nodes[label.Kind] = open(FileOf(label));
            file.WriteLine($"{string.Join(',', label.Columns.Select(column => HeaderOf(column, label)))},:LABEL");
        }

        foreach (var kind in CartographySchema.Relationships.Where(kind => !excluded.Contains(kind.From) && !excluded.Contains(kind.To)))
        {
            var file = _edges[kind] = open(FileOf(kind));
            file.WriteLine($":START_ID({GraphNode.LabelOf(kind.From)}),:END_ID({GraphNode.LabelOf(kind.To)}),:TYPE,lastupdated:long");
        }
    }

    /// <summary>The names of all files that such a folder can contain.</summary>
    public static IEnumerable<string> FileNames =>
        CartographySchema.Labels.Select(FileOf).Concat(CartographySchema.Relationships.Select(FileOf));

    public override void Complete()
    {
    }

    protected override void WriteNode(GraphNode node)
    {
        var label = CartographySchema.Of(node.Kind);
        var fields = label.Columns.Select(column => Field(column.Read(node))).Append(Field(string.Join(';', label.Labels)));
        _nodes[node.Kind].WriteLine(string.Join(',', fields));
    }

    protected override void WriteEdge(GraphEdge edge) =>
        _edges[(edge.Type, edge.From.Kind, edge.To.Kind)]
            .WriteLine(
                string.Join(
                    ',',
                    Field(edge.From.Id),
                    Field(edge.To.Id),
                    CartographySchema.NameOf(edge.Type),
                    Field(CartographySchema.LastUpdated(edge.LastUpdated))));

    private static string FileOf(CartographyLabel label) => $"{label.Name}.csv";

    private static string FileOf((SentryRelationshipType Type, GraphNodeKind From, GraphNodeKind To) kind) =>
        $"{GraphNode.LabelOf(kind.From)}_{CartographySchema.NameOf(kind.Type)}_{GraphNode.LabelOf(kind.To)}.csv";

    // Nodes of different labels may have the same id, so each label has an id space of its own.
    private static string HeaderOf(GraphColumn column, CartographyLabel label) => column switch
    {
        { Name: "id" } => $"id:ID({label.Name})",
        { Type: GraphValueType.Flag } => $"{column.Name}:boolean",
        { Type: GraphValueType.Number } => $"{column.Name}:long",
        _ => column.Name,
    };

    // For neo4j-admin an empty field is null, and an empty pair of quotes is an empty text.
    private static string Field(object? value) => value switch
    {
        null => "",
        string text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
