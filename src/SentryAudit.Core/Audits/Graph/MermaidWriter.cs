using System.Globalization;
using System.Text;
using SentryAudit.Common.Text;

namespace SentryAudit.Audits.Graph;

/// <summary>Writes a flowchart for Mermaid.</summary>
internal sealed class MermaidWriter : GraphWriter
{
    // Characters without a meaning in a quoted label. All others are written as codes such as #34; which are Mermaid's only escapes.
    private const string Harmless = " .,:/-_@+()=";

    private readonly TextWriter _output;

    public MermaidWriter(TextWriter output)
    {
        _output = output;
        _output.WriteLine("flowchart LR");
    }

    public override void Complete()
    {
    }

    protected override void WriteNode(GraphNode node) => _output.WriteLine($"  {GraphId.Of(node)}[\"{node.Label}: {Escape(node.Name)}\"]");

    protected override void WriteEdge(GraphEdge edge) =>
        _output.WriteLine($"  {GraphId.Of(edge.From)} -->|{CartographySchema.NameOf(edge.Type)}| {GraphId.Of(edge.To)}");

    private static string Escape(string text)
    {
        var label = new StringBuilder(text.Length);
        foreach (var character in TerminalText.Clean(text))
        {
            _ = !char.IsAscii(character) || char.IsAsciiLetterOrDigit(character) || Harmless.Contains(character, StringComparison.Ordinal)
                ? label.Append(character)
                : label.Append(CultureInfo.InvariantCulture, $"#{(int)character};");
        }

        return label.ToString();
    }
}
