using System.Reflection;
using System.Text.RegularExpressions;
using SentryAudit.Commands;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What the module's assemblies show and reference.</summary>
public sealed partial class AssemblyTests
{
    private static readonly Assembly Module = typeof(SentryCmdlet).Assembly;
    private static readonly Assembly Core = typeof(SentryMember).Assembly;

    public static TheoryData<string> Sources => [.. Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Fact]
    public void NeitherReferencesRestSharpOrPolly()
    {
        foreach (var reference in Module.GetReferencedAssemblies().Concat(Core.GetReferencedAssemblies()))
        {
            Assert.DoesNotContain("RestSharp", reference.Name!, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Polly", reference.Name!, StringComparison.OrdinalIgnoreCase);
            Assert.NotEqual("SentryAudit.Transport", reference.Name);
        }
    }

    [Fact]
    public void CoreKnowsNoPowerShell() => Assert.DoesNotContain(Core.GetReferencedAssemblies(), reference => reference.Name == "System.Management.Automation");

    [Fact]
    public void PublicTypesDeriveFromOursOrTheSystems()
    {
        foreach (var type in Module.GetExportedTypes().Concat(Core.GetExportedTypes()))
        {
            Type?[] ancestors = [type.BaseType, .. type.GetInterfaces()];
            Assert.All(ancestors.OfType<Type>(), ancestor => Assert.True(
                ancestor.Assembly == Module || ancestor.Assembly == Core || ancestor.Namespace!.StartsWith("System", StringComparison.Ordinal), $"{type} : {ancestor}"));
        }
    }

    [Fact]
    public void TheModuleExportsCmdletsAndCompletersAndWhatItsTypesFileCalls()
    {
        var types = File.ReadAllText(Repository.PathOf("src", "SentryAudit", "Views", "SentryAudit.Types.ps1xml"));
        Assert.All(Module.GetExportedTypes(), type => Assert.True(
            typeof(SentryCmdlet).IsAssignableFrom(type) || typeof(System.Management.Automation.IArgumentCompleter).IsAssignableFrom(type)
            || types.Contains($"[{type.FullName}]::", StringComparison.Ordinal), type.FullName));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void FilesStaySmall(string file) => Assert.InRange(File.ReadLines(Repository.PathOf(file)).Count(), 0, 250);

    [Fact]
    public void TheModuleNeverWritesToTheConsole()
    {
        foreach (var file in Repository.Files("src", "*.cs"))
        {
            var text = File.ReadAllText(file);
            Assert.False(Console().IsMatch(text), $"{file} uses Console");
            Assert.DoesNotContain("Write-Host", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(".Host.UI", text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\bConsole\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Console();
}
