using System.Xml.Linq;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What the PowerShell Gallery and the engine's fast path want of a manifest.</summary>
public sealed class ManifestTests
{
    private static readonly string[] Filled =
        ["GUID", "Author", "CompanyName", "Copyright", "Description", "LicenseUri", "ProjectUri", "ReleaseNotes"];

    [Fact]
    public void It_exports_the_cmdlets_sorted()
    {
        Assert.Equal(CmdletTypes.Names, Manifest.List("CmdletsToExport")!);
        Assert.Equal(Manifest.List("CmdletsToExport")!.Order(StringComparer.Ordinal), Manifest.List("CmdletsToExport")!);
    }

    [Fact]
    public void It_exports_nothing_else() => Assert.All(
        ["FunctionsToExport", "VariablesToExport", "AliasesToExport"],
        key => Assert.Equal([], Manifest.List(key)!));

    [Fact]
    public void The_root_module_is_a_literal_that_the_build_makes()
    {
        Assert.Equal("bin/SentryAudit.dll", Manifest.Value("RootModule"));
        Assert.True(File.Exists(Repository.PathOf("artifacts", "SentryAudit", "bin", "SentryAudit.dll")));
    }

    [Fact]
    public void The_version_is_the_one_of_the_build()
    {
        var props = XDocument.Load(Repository.PathOf("Directory.Build.props"));

        Assert.Equal(props.Descendants("VersionPrefix").Single().Value, Manifest.Value("ModuleVersion"));
    }

    [Fact]
    public void The_Gallerys_keys_are_filled() => Offenders.None(Filled.Where(key => string.IsNullOrWhiteSpace(Manifest.Value(key))));

    [Fact]
    public void The_GUID_is_one() => Assert.True(Guid.TryParse(Manifest.Value("GUID"), out var guid) && guid != Guid.Empty);

    [Fact]
    public void Links_are_HTTPS() => Assert.All(
        ["LicenseUri", "ProjectUri"],
        key => Assert.Equal("https", new Uri(Manifest.Value(key)!).Scheme));

    [Fact]
    public void It_supports_PowerShell_7_4_Core_only()
    {
        Assert.Equal("7.4", Manifest.Value("PowerShellVersion"));
        Assert.Equal(["Core"], Manifest.List("CompatiblePSEditions")!);
    }

    [Fact]
    public void Tags_are_single_words_with_the_edition()
    {
        var tags = Manifest.List("Tags")!;

        Assert.Contains("PSEdition_Core", tags);
        Assert.Contains("Sentry", tags);
        Assert.All(tags, tag => Assert.Matches("^[A-Za-z0-9_-]+$", tag));
    }

    [Fact]
    public void Types_are_listed_and_exist() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(Repository.PathOf("src", "SentryAudit", "Views"), "*.Types.ps1xml")
                .Select(path => "views/" + Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
            Manifest.List("TypesToProcess")!.Order(StringComparer.Ordinal));

    [Fact]
    public void The_one_format_file_holds_every_view()
    {
        var listed = Assert.Single(Manifest.List("FormatsToProcess")!);
        var assembled = Names(Repository.PathOf("artifacts", "SentryAudit", listed));
        var written = Directory.EnumerateFiles(Repository.PathOf("src", "SentryAudit", "Views"), "*.Format.ps1xml").SelectMany(Names);

        Assert.Equal(written.Order(StringComparer.Ordinal), assembled.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(string path) =>
        XDocument.Load(path).Descendants("View").Select(view => view.Element("Name")!.Value);
}
