using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>What keeps the source readable.</summary>
public sealed partial class SourceRuleTests
{
    private const int MostColumns = 140;
    private const int MostLines = 150;
    private const int MostLinesOfTests = 250;

    // The sandbox is a program of its own, which tests only start.
    private static readonly string[] Products = ["src/", "tests/SentryAudit.Sandbox/"];

    // Commands of many parameters: what is left in them are the parameters, their attributes and their documentation.
    private static readonly string[] LongFiles =
    [
        "src/SentryAudit/Commands/Connection/ConnectSentryCommand.cs",
        "src/SentryAudit/Commands/Organization/SetSentryOrganizationCommand.cs",
        "src/SentryAudit/Commands/Project/SetSentryProjectCommand.cs",

        // Still to be split: these hold rules beside their parameters, or more than one job.
        "src/SentryAudit/Cmdlets/SentryOrganizationCmdlet.cs",
        "src/SentryAudit/Commands/Inventory/CompareSentryInventoryCommand.cs",
        "src/SentryAudit/Commands/Member/CompareSentryMemberCommand.cs",
    ];

    [Fact]
    public void There_are_files_to_look_at()
    {
        Assert.True(House.Files.Count(file => House.Shown(file).StartsWith("src/", StringComparison.Ordinal)) > 500);
        Assert.True(House.Files.Count(file => House.Shown(file).StartsWith("tests/", StringComparison.Ordinal)) > 400);
        Assert.True(Partials.Count() > 10);
    }

    [Fact]
    public void A_file_stays_small() => Offenders.None(
        from file in House.Files
        let lines = File.ReadLines(file).Count()
        let isProduct = Products.Any(folder => House.Shown(file).StartsWith(folder, StringComparison.Ordinal))
        where lines > (isProduct ? MostLines : MostLinesOfTests) && !LongFiles.Contains(House.Shown(file))
        select $"{House.Shown(file)}: {lines} lines");

    [Fact]
    public void A_line_fits_the_screen() => Offenders.None(
        from file in House.Files
        from line in File.ReadLines(file).Index()
        where line.Item.Length > MostColumns
        select $"{House.Shown(file)}:{line.Index + 1}: {line.Item.Length} columns");

    // Source generators need the word, and write their half elsewhere.
    [Fact]
    public void A_class_is_one_file() => Offenders.None(
        from part in Partials
        group part.File by (Project: string.Join('/', part.File.Split('/')[..2]), part.Name) into type
        where type.Distinct(StringComparer.Ordinal).Count() > 1
        select $"{type.Key.Name}: {string.Join(", ", type.Distinct(StringComparer.Ordinal))}");

    // What users see stands in SentryAudit, wherever its file does.
    [Fact]
    public void A_namespace_follows_its_folder() => Offenders.None(
        from project in House.Projects
        from file in project.Files
        let expected = NamespaceOf(project, file)
        let actual = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot().Members
            .OfType<BaseNamespaceDeclarationSyntax>().SingleOrDefault()?.Name.ToString()
        where actual is not null && actual != expected && !(actual == "SentryAudit" && ShowsType(file))
        select $"{House.Shown(file)}: {actual}, not {expected}");

    [Fact]
    public void The_module_never_writes_to_the_console() =>
        Offenders.None(
            from file in Repository.Files("src", "*.cs")
            let text = File.ReadAllText(file)
            where
                Console().IsMatch(text)
                || text.Contains("Write-Host", StringComparison.OrdinalIgnoreCase)
                || text.Contains(".Host.UI", StringComparison.Ordinal)
            select House.Shown(file));

    private static bool ShowsType(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Any(type => type.Parent is BaseNamespaceDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword));

    private static string NamespaceOf(SourceProject project, string file)
    {
        var root = project == House.Transport ? "SentryAudit.Transport" : "SentryAudit";
        var folder = Path.GetRelativePath(Repository.PathOf("src", project.Name), Path.GetDirectoryName(file)!);
        return folder is "." ? root : $"{root}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    /// <summary>Every declaration of a part of a type.</summary>
    private static IEnumerable<(string File, string Name)> Partials =>
        from file in House.Files
        let text = File.ReadAllText(file)
        where text.Contains(" partial ", StringComparison.Ordinal)
        from type in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.Modifiers.Any(SyntaxKind.PartialKeyword)
        select (House.Shown(file), type.Identifier.Text);

    // Whether input is redirected is a question that writes nothing.
    [GeneratedRegex(@"\bConsole\.(?!IsInputRedirected\b)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Console();
}
