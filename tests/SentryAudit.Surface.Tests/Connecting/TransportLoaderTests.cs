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
    public void The_default_context_never_sees_the_dependencies() =>
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly =>
            Private.Contains(assembly.GetName().Name, StringComparer.Ordinal));

    [Fact]
    public void All_dependencies_share_one_private_context()
    {
        var context = AssemblyLoadContext.GetLoadContext(TransportLoader.Factory.GetType().Assembly)!;

        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.Equal(
            Private.Order(StringComparer.Ordinal),
            context.Assemblies.Select(assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_is_shared_and_loaded_once() =>
        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "SentryAudit.Core");

    [Fact]
    public void The_dependencies_lie_only_in_a_folder_of_their_own()
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
