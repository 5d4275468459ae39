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

    /// <summary>The proxy for a host, without the login that its address may hold; null if there is none.</summary>
    public string? NameFor(Uri host) => GetProxy(host) is { } proxy && proxy != host ? NameOf(proxy) : null;

    /// <summary>
    /// The proxy that the environment names for a host now, where another one, or none, is in use: .NET reads the environment only once.
    /// Null if both are the same.
    /// </summary>
    public string? FindLate(Uri host, Func<string, string?> environment)
    {
        string[] variables = host.Scheme == Uri.UriSchemeHttps ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"];
        var named = variables.Concat(["all_proxy", "ALL_PROXY"]).Select(environment).FirstOrDefault(value => value is { Length: > 0 });
        var excluded = environment("no_proxy") ?? environment("NO_PROXY") ?? "";
        return named is null
            || host.IsLoopback
            || !Uri.TryCreate(named.Contains("://", StringComparison.Ordinal) ? named : "http://" + named, UriKind.Absolute, out var proxy)
            || excluded.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(IsExcluded)
            || NameOf(proxy) == NameFor(host)
                ? null
                : NameOf(proxy);

        bool IsExcluded(string item) => item == "*" || host.Host.EndsWith(item.TrimStart('*', '.'), StringComparison.OrdinalIgnoreCase);
    }

    private static string NameOf(Uri proxy) => $"{proxy.Scheme}://{proxy.Host}:{proxy.Port}";
}
