using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SentryAudit.Audits.Graph;

namespace SentryAudit.Core.Tests.Audits.Graph;

/// <summary>A name that Sentry's users chose stays a name in every format.</summary>
public sealed partial class EscapingTests
{
    public static TheoryData<string> Hostile => Nodes.HostileNames;

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_Cypher_text_reads_back_as_it_was_whether_Unicode_is_replaced_before_or_while_parsing(string name)
    {
        var literal = CypherText.Literal(name);

        Assert.DoesNotContain(literal, character => char.IsControl(character) || character is '\u2028' or '\u2029');
        Assert.Equal(name, Unescape(literal));
        Assert.Equal(name, Unescape(NaiveUnicode().Replace(literal, match => Character(match.Groups["code"].Value))));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Cypher_has_as_many_statements_whatever_the_names_are(string name)
    {
        var script = CypherLiteral().Replace(Nodes.Write(output => new CypherWriter(output), name), "''");

        Assert.Equal(6 + 3 + 2, script.Count(character => character == ';'));
        Assert.Equal(5, script.Split("UNWIND [").Length - 1);
        Assert.DoesNotContain("\"", script, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_CSV_field_reads_back_as_it_was(string name)
    {
        var files = new Dictionary<string, StringWriter>(StringComparer.Ordinal);
        using var writer = new Neo4jCsvWriter(new HashSet<GraphNodeKind>(), file => files[file] = new StringWriter { NewLine = "\n" });
        writer.Write(Nodes.Team(name));

        var row = files["SentryTeam.csv"].ToString().Split('\n', 2)[1];
        var fields = CsvField()
            .Matches(row.TrimEnd('\n'))
            .Select(match =>
                match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                    : match.Groups["bare"].Value)
            .ToArray();
        Assert.Equal(["1", "", "1788220800", name, "slug", "", "", "SentryTeam;UserGroup"], fields);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void GraphML_fits_its_schema_and_keeps_what_XML_can_hold(string name)
    {
        var document = GraphMLSchema.Validate(Nodes.Write(output => new GraphMLWriter(output), name));

        XNamespace ns = GraphMLWriter.Namespace;
        var team = document
            .Descendants(ns + "node")
            .Single(node => ((string)node.Attribute("id")!).StartsWith("SentryTeam", StringComparison.Ordinal));
        var expected = string.Concat(
            name.Select(character => char.IsControl(character) && character is < ' ' and not ('\t' or '\n' or '\r') ? '\uFFFD' : character)
        );
        Assert.Equal(expected, team.Elements().Single(data => (string)data.Attribute("key")! == "name").Value);
        Assert.Equal(2, document.Descendants(ns + "edge").Count());
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Dot_and_Mermaid_have_a_line_for_each_element(string name)
    {
        var dot = Nodes.Write(output => new DotWriter(output), name).TrimEnd('\n').Split('\n');
        var mermaid = Nodes.Write(output => new MermaidWriter(output), name).TrimEnd('\n').Split('\n');

        Assert.Equal((9, 6), (dot.Length, mermaid.Length));
        Assert.All(dot[3..^1], line => Assert.Matches("""^  \w+ (-> \w+ )?\[label="([^"\\\p{Cc}]|\\[n"\\])*"\];$""", line));
        Assert.All(mermaid[1..], line => Assert.Matches("""^  \w+(\["[^"`\]\[{}<>$\p{Cc}]*"\]| -->\|RESOURCE\| \w+)$""", line));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void JupiterOne_is_JSON_with_the_name(string name)
    {
        using var scratch = new MemoryStream();
        using var json = JsonDocument.Parse(
            Nodes.Write(output => new JupiterOneWriterOfTeams(new JupiterOneWriter(output, scratch, name)), name));

        var team = json
            .RootElement.GetProperty("entities")
            .EnumerateArray()
            .Single(entity => entity.GetProperty("_type").GetString() == "sentry_team");
        Assert.Equal((name, name), (team.GetProperty("name").GetString(), team.GetProperty("tag.AccountName").GetString()));
    }

    [Fact]
    public void Half_a_surrogate_pair_breaks_no_format()
    {
        const string Half = "a\ud800b";

        Assert.Contains(
            "a\uFFFDb",
            GraphMLSchema.Validate(Nodes.Write(output => new GraphMLWriter(output), Half)).ToString(),
            StringComparison.Ordinal);
        Assert.Equal("'a\uFFFDb'", new UTF8Encoding(false).GetString(new UTF8Encoding(false).GetBytes(CypherText.Literal(Half))));
    }

    [Fact]
    public void Different_ids_stay_different() =>
        Assert.Equal(
            5,
            new[] { "1.0", "1_0", "1_002e0", "1/0", "1-0" }
                .Select(version => GraphId.Of(Nodes.Release(version)))
                .Distinct(StringComparer.Ordinal)
                .Count());

    /// <summary>Leaves out releases, which JupiterOne does not know.</summary>
    private sealed class JupiterOneWriterOfTeams(GraphWriter inner) : GraphWriter
    {
        public override void Complete() => inner.Complete();

        protected override void WriteNode(GraphNode node) => WriteKnown(node, node);

        protected override void WriteEdge(GraphEdge edge) => WriteKnown(edge, edge.To);

        private void WriteKnown(GraphElement element, GraphNode node)
        {
            if (node.Kind is not GraphNodeKind.Release)
            {
                inner.Write(element);
            }
        }
    }

    private static string Unescape(string literal)
    {
        Assert.Matches(@"^'(?:[^'\\]|\\[\s\S])*'$", literal);
        return Escape()
            .Replace(literal[1..^1], match => match.Groups["code"].Success
                    ? Character(match.Groups["code"].Value)
                    : match.Value[1] switch
                    {
                        'n' => "\n",
                        'r' => "\r",
                        't' => "\t",
                        _ => match.Value[1..],
                    });
    }

    private static string Character(string code) =>
        ((char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex(@"\\(?:u(?<code>[0-9a-f]{4})|[\s\S])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();

    // The crudest reader: every \uXXXX, whatever stands before it.
    [GeneratedRegex(@"\\u(?<code>[0-9a-f]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NaiveUnicode();

    [GeneratedRegex(@"'(?:[^'\\]|\\[\s\S])*'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CypherLiteral();

    [GeneratedRegex(
        "(?<=^|,)(?:\"(?<quoted>([^\"]|\"\")*)\"|(?<bare>[^,\"]*))(?=,|$)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CsvField();
}
