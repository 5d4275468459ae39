using System.Globalization;

namespace SentryAudit.Audits.Graph;

/// <summary>
/// Writes a script that merges the graph into a database; a second run changes nothing but <c>lastupdated</c>. Rows are collected by
/// label and relationship and written as lists of a few hundred, nodes before the edges that need them.
/// </summary>
internal sealed class CypherWriter(TextWriter output) : GraphWriter
{
    private const int Batch = 500;

    private readonly SortedDictionary<GraphNodeKind, List<string>> _nodes = [];
    private readonly Dictionary<(SentryRelationshipType Type, GraphNodeKind From, GraphNodeKind To), List<string>> _edges = [];
    private bool _begun;

    public override void Complete()
    {
        FlushNodes();
        foreach (var (kind, rows) in _edges)
        {
            FlushEdges(kind.Type, kind.From, kind.To, rows);
        }
    }

    protected override void WriteNode(GraphNode node)
    {
        Begin();
        var values = CartographySchema
            .Of(node.Kind)
            .Columns.Select(column => (column.Name, Value: column.Read(node)))
            .Where(pair => pair.Value is not null);
        var rows = RowsOf(_nodes, node.Kind);
        rows.Add($"{{{string.Join(", ", values.Select(pair => $"{pair.Name}: {CypherText.Literal(pair.Value!)}"))}}}");
        if (rows.Count == Batch)
        {
            FlushNodes(node.Kind, rows);
        }
    }

    protected override void WriteEdge(GraphEdge edge)
    {
        var kind = (edge.Type, edge.From.Kind, edge.To.Kind);
        var rows = RowsOf(_edges, kind);
        var (source, target) = (CypherText.Literal(edge.From.Id), CypherText.Literal(edge.To.Id));
        var lastUpdated = CartographySchema.LastUpdated(edge.LastUpdated).ToString(CultureInfo.InvariantCulture);
        rows.Add($"{{source: {source}, target: {target}, lastupdated: {lastUpdated}}}");
        if (rows.Count == Batch)
        {
            FlushNodes();
            FlushEdges(edge.Type, edge.From.Kind, edge.To.Kind, rows);
        }
    }

    // Cartography creates the same indexes. A uniqueness constraint would conflict with them.
    private void Begin()
    {
        if (_begun)
        {
            return;
        }

        _begun = true;
        foreach (var label in CartographySchema.Labels)
        {
            output.WriteLine($"CREATE INDEX IF NOT EXISTS FOR (n:{label.Name}) ON (n.id);");
        }
    }

    private void FlushNodes()
    {
        foreach (var (kind, rows) in _nodes)
        {
            FlushNodes(kind, rows);
        }
    }

    private void FlushNodes(GraphNodeKind kind, List<string> rows)
    {
        var label = CartographySchema.Of(kind);
        var settings = label
            .Columns.Where(column => column.Name is not ("id" or "firstseen"))
            .Select(column => $"n.{column.Name} = row.{column.Name}");
        Flush(
            rows,
            $"MERGE (n:{label.Name} {{id: row.id}})",
            "ON CREATE SET n.firstseen = coalesce(row.firstseen, timestamp())",
            $"SET {(label.ExtraLabel is null ? "" : $"n:{label.ExtraLabel}, ")}{string.Join(", ", settings)};");
    }

    private void FlushEdges(SentryRelationshipType type, GraphNodeKind from, GraphNodeKind to, List<string> rows) =>
        Flush(
            rows,
            $"MATCH (a:{GraphNode.LabelOf(from)} {{id: row.source}})",
            $"MATCH (b:{GraphNode.LabelOf(to)} {{id: row.target}})",
            $"MERGE (a)-[r:{CartographySchema.NameOf(type)}]->(b)",
            "ON CREATE SET r.firstseen = timestamp()",
            "SET r.lastupdated = row.lastupdated;");

    private void Flush(List<string> rows, params string[] clauses)
    {
        if (rows.Count == 0)
        {
            return;
        }

        output.WriteLine("UNWIND [");
        output.WriteLine(string.Join(",\n", rows));
        output.WriteLine("] AS row");
        foreach (var clause in clauses)
        {
            output.WriteLine(clause);
        }

        rows.Clear();
    }

    private static List<string> RowsOf<TKey>(IDictionary<TKey, List<string>> batches, TKey key) =>
        batches.TryGetValue(key, out var rows) ? rows : batches[key] = new List<string>(Batch);
}
