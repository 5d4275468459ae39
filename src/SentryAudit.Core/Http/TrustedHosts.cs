using System.Collections.Concurrent;

namespace SentryAudit.Http;

/// <summary>
/// The hosts to which a token may be sent: the one it was given for, and the regions that this one announces, if they belong to the same
/// domain. All others are refused, whatever an answer says. Regions are followed at sentry.io; any other Sentry announces how it calls
/// itself, which through a tunnel is another place than the one that was named, so there they are followed only if the user wants it.
/// </summary>
internal sealed class TrustedHosts
{
    // The regions of sentry.io are siblings of one another (us.sentry.io, de.sentry.io), so their common domain must be known.
    private const string SentryDomain = "sentry.io";

    private readonly ConcurrentDictionary<string, bool> _authorities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Uri _home;
    private readonly bool _followRegion;

    public TrustedHosts(Uri home, bool followRegion = false)
    {
        (_home, _followRegion) = (home, followRegion);
        _authorities[home.Authority] = true;
    }

    public bool Contains(Uri address) =>
        _authorities.ContainsKey(address.Authority) && string.Equals(address.Scheme, _home.Scheme, StringComparison.Ordinal);

    /// <summary>Adds a region host that the home host announced; false, and nothing is added, if it is not trusted.</summary>
    public bool TryTrust(Uri announced)
    {
        var isOurs = IsSibling(announced) || (_followRegion && IsOrIsBelow(announced.Host, _home.Host));
        if (!isOurs || !string.Equals(announced.Scheme, _home.Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        _authorities[announced.Authority] = true;
        return true;
    }

    private bool IsSibling(Uri announced) =>
        IsOrIsBelow(_home.Host, SentryDomain) && IsOrIsBelow(announced.Host, SentryDomain) && announced.Port == _home.Port;

    private static bool IsOrIsBelow(string host, string domain) =>
        string.Equals(host, domain, StringComparison.OrdinalIgnoreCase) || IsBelow(host, domain);

    private static bool IsBelow(string host, string domain) => host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
