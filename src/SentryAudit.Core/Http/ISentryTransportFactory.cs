namespace SentryAudit.Http;

/// <summary>What the private load context hands out: Core's only way to a transport.</summary>
internal interface ISentryTransportFactory
{
    ISentryTransport Create(TransportSettings settings);
}
