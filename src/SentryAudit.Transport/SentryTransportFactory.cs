using SentryAudit.Http;

namespace SentryAudit.Transport;

/// <summary>
/// The entry point of this assembly. <c>TransportLoader</c> creates it by name in a private load context; all other code only uses
/// Core's interface.
/// </summary>
internal sealed class SentryTransportFactory : ISentryTransportFactory
{
    public ISentryTransport Create(TransportSettings settings) => new SentryTransport(settings);
}
