using System.Runtime.Loader;
using SentryAudit.Connecting;
using SentryAudit.Surface.Tests.Support;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>RestSharp and Polly live in a context of their own, from the first connect on.</summary>
public sealed class TransportLoaderTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly string[] Private = ["SentryAudit.Transport", "RestSharp", "Polly.Core"];

    [Fact]
    public void TheDefaultContextNeverSeesThem() =>
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly =>
            Private.Contains(assembly.GetName().Name, StringComparer.Ordinal));

    [Fact]
    public void AllOfThemShareOnePrivateContext()
    {
        var context = AssemblyLoadContext.GetLoadContext(TransportLoader.Factory.GetType().Assembly)!;

        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.Equal(
            Private.Order(StringComparer.Ordinal),
            context.Assemblies.Select(assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void CoreIsSharedAndLoadedOnce() =>
        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "SentryAudit.Core");

    [Fact]
    public void TheyLieBesideTheModuleOnlyInTheirFolder()
    {
        var bin = Repository.PathOf("artifacts", "SentryAudit", "bin");

        Assert.Equal(
            ["SentryAudit.Core.dll", "SentryAudit.dll"],
            Directory.EnumerateFiles(bin).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Polly.Core.dll", "RestSharp.dll", "SentryAudit.Transport.dll"],
            Directory.EnumerateFiles(Path.Combine(bin, "dependencies")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
