using SentryAudit.Http;

namespace SentryAudit.Transport;

/// <summary>The door of this assembly. The loader makes it by name from a private load context; everybody else only sees Core's interface.</summary>
internal sealed class SentryTransportFactory : ISentryTransportFactory
{
    public ISentryTransport Create(TransportSettings settings) => new SentryTransport(settings);
}
