using Polly;
using RestSharp;
using SentryAudit.Http;
using SentryAudit.Transport.Http;
using SentryAudit.Transport.Pacing;
using SentryAudit.Transport.Retrying;

namespace SentryAudit.Transport;

/// <summary>What the calls of one transport share.</summary>
internal sealed class TransportParts : IDisposable
{
    public TransportParts(TransportSettings settings)
    {
        Settings = settings;
        Proxy = new EnvironmentProxy(HttpClient.DefaultProxy);
        Client = RestClientFactory.Create(Proxy);
        AttemptTimeout = ResiliencePipelines.AttemptTimeout(settings);
        Gates = new RateGates(settings.Clock);
    }

    public TransportSettings Settings { get; }

    public TimeProvider Clock => Settings.Clock;

    public EnvironmentProxy Proxy { get; }

    public RestClient Client { get; }

    /// <summary>Bounds one attempt, from sending to the last byte of the body.</summary>
    public ResiliencePipeline AttemptTimeout { get; }

    public RateGates Gates { get; }

    public DeprecationLog Deprecations { get; } = new();

    public GoneHosts Gone { get; } = new();

    public void Dispose()
    {
        Client.Dispose();
        Gates.Dispose();
        Settings.Tokens.Dispose();
    }
}
