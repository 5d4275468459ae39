using System.Net;

namespace SentryAudit.Transport.Http;

/// <summary>
/// The machine's proxy, but never for requests to this machine itself: those may be plain http, in which a proxy could read the token.
/// </summary>
internal sealed class EnvironmentProxy(IWebProxy inner) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => inner.Credentials;
        set => inner.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : inner.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || inner.IsBypassed(host);
}
