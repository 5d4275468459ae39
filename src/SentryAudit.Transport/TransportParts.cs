using Polly;
using RestSharp;
using SentryAudit.Http;
using SentryAudit.Transport.Http;
using SentryAudit.Transport.Pacing;
using SentryAudit.Transport.Retrying;

namespace SentryAudit.Transport;

/// <summary>What the calls of one transport share.</summary>
internal sealed class TransportParts(TransportSettings settings) : IDisposable
{
    public TransportSettings Settings { get; } = settings;

    public TimeProvider Clock { get; } = settings.Clock;

    public RestClient Client { get; } = RestClientFactory.Create();

    /// <summary>Bounds one attempt, from sending to the last byte of the body.</summary>
    public ResiliencePipeline AttemptTimeout { get; } = ResiliencePipelines.AttemptTimeout(settings);

    public RateGates Gates { get; } = new(settings.Clock);

    public DeprecationLog Deprecations { get; } = new();

    public void Dispose()
    {
        Client.Dispose();
        Gates.Dispose();
        Settings.Tokens.Dispose();
    }
}
