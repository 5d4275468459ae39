using System.Reflection;
using System.Runtime.Loader;
using SentryAudit.Http;

namespace SentryAudit.Connecting;

/// <summary>
/// Loads RestSharp and Polly into a load context of their own, at the first connect. PowerShell loads all modules into one
/// context, where only one version of RestSharp can exist: two modules with different versions would break each other.
/// </summary>
internal sealed class TransportLoader : AssemblyLoadContext
{
    private static readonly Lazy<ISentryTransportFactory> Loaded = new(Load);
    private readonly string _folder;

    private TransportLoader(string folder)
        : base("SentryAudit.Transport") => _folder = folder;

    public static ISentryTransportFactory Factory => Loaded.Value;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Core is loaded once, so that both contexts use the same types.
        var core = typeof(ISentryTransport).Assembly;
        if (assemblyName.Name == core.GetName().Name)
        {
            return core;
        }

        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static ISentryTransportFactory Load()
    {
        var folder = Path.Combine(Path.GetDirectoryName(typeof(TransportLoader).Assembly.Location)!, "dependencies");
        var transport = new TransportLoader(folder).LoadFromAssemblyPath(Path.Combine(folder, "SentryAudit.Transport.dll"));
        return (ISentryTransportFactory)
            Activator.CreateInstance(
                transport.GetType("SentryAudit.Transport.SentryTransportFactory", throwOnError: true)!,
                nonPublic: true
            )!;
    }
}
