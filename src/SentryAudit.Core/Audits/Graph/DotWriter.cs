using SentryAudit.Common.Text;

namespace SentryAudit.Audits.Graph;

/// <summary>Writes a digraph for Graphviz.</summary>
internal sealed class DotWriter : GraphWriter
{
    private readonly TextWriter _output;

    public DotWriter(TextWriter output)
    {
        _output = output;
        _output.WriteLine("digraph sentry {");
        _output.WriteLine("  rankdir=LR;");
        _output.WriteLine("  node [shape=box];");
    }

    public override void Complete() => _output.WriteLine("}");

    protected override void WriteNode(GraphNode node) =>
        _output.WriteLine($"  {GraphId.Of(node)} [label=\"{node.Label}\\n{Escape(node.Name)}\"];");

    protected override void WriteEdge(GraphEdge edge) =>
        _output.WriteLine($"  {GraphId.Of(edge.From)} -> {GraphId.Of(edge.To)} [label=\"{CartographySchema.NameOf(edge.Type)}\"];");

    // Graphviz replaces HTML entities in labels, so ampersands are escaped too.
    private static string Escape(string text) => TerminalText.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);
}
