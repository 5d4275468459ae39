using System.Collections.Concurrent;

namespace SentryAudit.Http;

/// <summary>
/// The hosts to which a token may be sent: the one it was given for, and the region hosts that this one announces, if they belong to
/// the same domain. All others are refused, whatever an answer says.
/// </summary>
internal sealed class TrustedHosts
{
    // The regions of sentry.io are siblings of one another (us.sentry.io, de.sentry.io), so their common domain must be known.
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

    /// <summary>Adds a region host that the home host announced; false, and nothing is added, if it is not of the same domain.</summary>
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
