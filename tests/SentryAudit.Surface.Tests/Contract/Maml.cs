using System.Xml.Linq;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>The help of a cmdlet, as Get-Help reads it.</summary>
internal sealed class Maml(XElement command)
{
    public static readonly string File = Repository.PathOf("en-US", "SentryAudit.dll-Help.xml");

    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly Lazy<IReadOnlyList<Maml>> Loaded = new(() =>
        [.. XDocument.Load(File).Root!.Elements(Command + "command").Select(element => new Maml(element))]);

    public static IReadOnlyList<Maml> All => Loaded.Value;

    public string Name => Said(command.Element(Command + "details")?.Element(Command + "name"));

    public string Synopsis => Said(command.Element(Command + "details")?.Element(Text + "description"));

    public string Description => Said(command.Element(Text + "description"));

    public IReadOnlyList<MamlParameter> Parameters => [.. Children("parameters", "parameter").Select(Parameter)];

    /// <summary>The parameters of each parameter set.</summary>
    public IReadOnlyList<MamlParameter[]> Syntax =>
        [.. Children("syntax", "syntaxItem").Select(item => item.Elements(Command + "parameter").Select(Parameter).ToArray())];

    public IReadOnlyList<string> Examples => [.. Children("examples", "example").Select(example => Said(example.Element(Dev + "code")))];

    public IReadOnlyList<string> Outputs =>
        [.. Children("returnValues", "returnValue").Select(value => Said(value.Element(Dev + "type")?.Element(Text + "name")))];

    public IReadOnlyList<string> Links => [.. command.Descendants(Text + "uri").Select(Said)];

    public string Everything => command.Value;

    public static Maml? Of(string cmdlet) => All.SingleOrDefault(help => help.Name == cmdlet);

    private static MamlParameter Parameter(XElement element) => new(
        Said(element.Element(Text + "name")),
        Said(element.Element(Text + "description")),
        Said(element.Element(Dev + "type")?.Element(Text + "name")),
        element.Attribute("required")?.Value is "true",
        int.TryParse(element.Attribute("position")?.Value, out var position) ? position : null,
        element.Attribute("globbing")?.Value is "true",
        element.Attribute("pipelineInput")?.Value ?? "");

    private static string Said(XElement? element) => element?.Value.Trim() ?? "";

    private IEnumerable<XElement> Children(string list, string item) => command.Element(Command + list)?.Elements(Command + item) ?? [];
}
