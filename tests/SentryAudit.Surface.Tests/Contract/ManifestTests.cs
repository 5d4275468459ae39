using System.Xml.Linq;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What the PowerShell Gallery and the engine's fast path want of a manifest.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void ExportsTheCmdletsSorted()
    {
        Assert.Equal(CmdletTypes.Names, Manifest.List("CmdletsToExport")!);
        Assert.Equal(Manifest.List("CmdletsToExport")!.Order(StringComparer.Ordinal), Manifest.List("CmdletsToExport")!);
    }

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("VariablesToExport")]
    [InlineData("AliasesToExport")]
    public void ExportsNothingElse(string key) => Assert.Equal([], Manifest.List(key)!);

    [Fact]
    public void TheRootModuleIsALiteralThatTheBuildMakes()
    {
        Assert.Equal("bin/SentryAudit.dll", Manifest.Value("RootModule"));
        Assert.True(File.Exists(Repository.PathOf("artifacts", "SentryAudit", "bin", "SentryAudit.dll")));
    }

    [Fact]
    public void TheVersionIsTheBuilds()
    {
        var props = XDocument.Load(Repository.PathOf("Directory.Build.props"));

        Assert.Equal(props.Descendants("VersionPrefix").Single().Value, Manifest.Value("ModuleVersion"));
    }

    [Theory]
    [InlineData("GUID")]
    [InlineData("Author")]
    [InlineData("CompanyName")]
    [InlineData("Copyright")]
    [InlineData("Description")]
    [InlineData("LicenseUri")]
    [InlineData("ProjectUri")]
    [InlineData("ReleaseNotes")]
    public void TheGallerysKeysAreFilled(string key) => Assert.False(string.IsNullOrWhiteSpace(Manifest.Value(key)));

    [Fact]
    public void TheGuidIsOne() => Assert.True(Guid.TryParse(Manifest.Value("GUID"), out var guid) && guid != Guid.Empty);

    [Theory]
    [InlineData("LicenseUri")]
    [InlineData("ProjectUri")]
    public void LinksAreHttps(string key) => Assert.Equal("https", new Uri(Manifest.Value(key)!).Scheme);

    [Fact]
    public void SupportsPowerShell74CoreOnly()
    {
        Assert.Equal("7.4", Manifest.Value("PowerShellVersion"));
        Assert.Equal(["Core"], Manifest.List("CompatiblePSEditions")!);
    }

    [Fact]
    public void TagsAreSingleWordsWithTheEdition()
    {
        var tags = Manifest.List("Tags")!;

        Assert.Contains("PSEdition_Core", tags);
        Assert.Contains("Sentry", tags);
        Assert.All(tags, tag => Assert.Matches("^[A-Za-z0-9_-]+$", tag));
    }

    [Fact]
    public void TypesAreListedAndExist() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(Repository.PathOf("src", "SentryAudit", "Views"), "*.Types.ps1xml")
                .Select(path => "views/" + Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
            Manifest.List("TypesToProcess")!.Order(StringComparer.Ordinal));

    [Fact]
    public void TheOneFormatFileHoldsEveryView()
    {
        var listed = Assert.Single(Manifest.List("FormatsToProcess")!);
        var assembled = Names(Repository.PathOf("artifacts", "SentryAudit", listed));
        var written = Directory.EnumerateFiles(Repository.PathOf("src", "SentryAudit", "Views"), "*.Format.ps1xml").SelectMany(Names);

        Assert.Equal(written.Order(StringComparer.Ordinal), assembled.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(string path) =>
        XDocument.Load(path).Descendants("View").Select(view => view.Element("Name")!.Value);
}
