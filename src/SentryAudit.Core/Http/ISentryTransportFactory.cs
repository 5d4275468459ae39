namespace SentryAudit.Http;

/// <summary>Makes transports. It is the only type of the private load context that Core uses.</summary>
internal interface ISentryTransportFactory
{
    ISentryTransport Create(TransportSettings settings);
}
