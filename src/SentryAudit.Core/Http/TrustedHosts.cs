using System.Collections.Concurrent;

namespace SentryAudit.Http;

/// <summary>
/// The hosts a token may be sent to: the one it was given for, and the region hosts that one announces, provided
/// they belong to it. Everything else is refused, whatever an answer says.
/// </summary>
internal sealed class TrustedHosts
{
    // Regions of sentry.io are siblings (us.sentry.io); no public suffix list is needed to know this one domain.
    private const string SentryDomain = "sentry.io";

    private readonly ConcurrentDictionary<string, bool> _authorities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Uri _home;

    public TrustedHosts(Uri home)
    {
        _home = home;
        _authorities[home.Authority] = true;
    }

    public bool Contains(Uri address) =>
        _authorities.ContainsKey(address.Authority) && string.Equals(address.Scheme, _home.Scheme, StringComparison.Ordinal);

    /// <summary>Adds a region host that the home host announced; false, and nothing added, when it is not of the same domain.</summary>
    public bool TryTrust(Uri announced)
    {
        if (!string.Equals(announced.Scheme, _home.Scheme, StringComparison.Ordinal) || !IsSameDomain(announced.Host))
        {
            return false;
        }

        _authorities[announced.Authority] = true;
        return true;
    }

    private bool IsSameDomain(string host) =>
        string.Equals(host, _home.Host, StringComparison.OrdinalIgnoreCase)
        || IsBelow(host, _home.Host)
        || (IsOrIsBelow(_home.Host, SentryDomain) && IsOrIsBelow(host, SentryDomain));

    private static bool IsOrIsBelow(string host, string domain) =>
        string.Equals(host, domain, StringComparison.OrdinalIgnoreCase) || IsBelow(host, domain);

    private static bool IsBelow(string host, string domain) => host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
