using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>
/// A project of the module, compiled again from its files, so that each use of a type leads to the file that declares it.
/// </summary>
/// <param name="name">Its assembly and its folder below src.</param>
/// <param name="rooms">Its folders in order: a room uses only those before it. The longest that fits is a file's room.</param>
/// <param name="uses">The projects whose internals it sees.</param>
internal sealed class SourceProject(string name, IReadOnlyList<string> rooms, params SourceProject[] uses)
{
    private static readonly IReadOnlyList<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("SentryAudit", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Lazy<CSharpCompilation> _compilation = new(() => Compile(name, uses));
    private IReadOnlyList<TypeUse>? _uses;

    public string Name => name;

    public IReadOnlyList<string> Rooms => rooms;

    public IEnumerable<string> Files => Repository.Files(Path.Combine("src", name), "*.cs");

    /// <summary>What keeps a file from being understood, and so its uses from being seen.</summary>
    public IEnumerable<Diagnostic> Errors => _compilation.Value.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error && IsWritten(diagnostic.Location.SourceTree));

    /// <summary>Every use of a type of the module in this project: named itself, or by one of its members.</summary>
    public IReadOnlyList<TypeUse> Uses => _uses ??= [.. FindUses()];

    /// <summary>The room of a file of this project; null for one that stands in none.</summary>
    public string? RoomOf(string file)
    {
        var folder = Path.GetRelativePath(Repository.PathOf("src", name), Path.GetDirectoryName(file)!).Replace('\\', '/');
        return rooms
            .Where(room => folder == room || folder.StartsWith(room + "/", StringComparison.Ordinal) || (room.Length is 0 && folder is "."))
            .MaxBy(room => room.Length);
    }

    public bool Owns(string file) =>
        file.StartsWith(Repository.PathOf("src", name) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private IEnumerable<TypeUse> FindUses() =>
        from tree in _compilation.Value.SyntaxTrees.AsParallel()
        where IsWritten(tree)
        let model = _compilation.Value.GetSemanticModel(tree)
        from node in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(node).Symbol
        let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        where type is not null
        from place in type.OriginalDefinition.DeclaringSyntaxReferences
        where IsWritten(place.SyntaxTree)
        select new TypeUse(tree.FilePath, place.SyntaxTree.FilePath, type.Name);

    private static bool IsWritten(SyntaxTree? tree) => tree is not null && !IsBuilt(tree.FilePath);

    private static bool IsBuilt(string path) =>
        path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static CSharpCompilation Compile(string name, IEnumerable<SourceProject> uses)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var files = Repository.Files(Path.Combine("src", name), "*.cs").Concat(Generated(Repository.PathOf("src", name)));
        return CSharpCompilation.Create(
            name,
            files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)),
            Platform.Concat(uses.Select(project => project._compilation.Value.ToMetadataReference())),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    // What the source generators and the SDK wrote in the build that these tests belong to.
    private static IEnumerable<string> Generated(string project)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        return Directory.EnumerateFiles(Path.Combine(project, "obj", configuration), "*.cs", SearchOption.AllDirectories);
    }
}
