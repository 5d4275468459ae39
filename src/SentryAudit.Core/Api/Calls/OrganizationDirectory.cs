using System.Collections.Concurrent;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Models;

namespace SentryAudit.Api.Calls;

/// <summary>Remembers, for a connection's life, which host answers for which organization.</summary>
internal sealed class OrganizationDirectory(Uri home, TrustedHosts hosts)
{
    private readonly ConcurrentDictionary<string, OrganizationHome> _homes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By slug or id; null when no listing has named it yet.</summary>
    public OrganizationHome? Find(string slugOrId) => _homes.GetValueOrDefault(slugOrId);

    /// <summary>
    /// Takes an organization from Sentry's list. A region host outside the connection's own domain is not trusted:
    /// its organization is then asked for at the base host, which forwards.
    /// </summary>
    public OrganizationHome Add(WireOrganization organization)
    {
        var known = new OrganizationHome(organization.Slug!, organization.Id, Region(organization.Links?.RegionUrl))
        {
            HasOpenMembership = organization.Features?.Contains("open-membership", StringComparer.Ordinal) is true,
        };
        _homes[known.Slug] = known;
        if (known.Id is { } id)
        {
            _homes[id] = known;
        }

        return known;
    }

    /// <summary>An organization that no list names, for example for a token that may not list any.</summary>
    public OrganizationHome Assume(string slug) => new(slug, Id: null, home);

    public static SentryException NotFound(string key, Uri address, IEnumerable<string> seen) => new(
        "SentryOrganizationNotFound",
        SentryErrorCategory.ObjectNotFound,
        $"This token sees no organization '{key}' at {address}.",
        seen.Any() ? $"It sees: {string.Join(", ", seen)}." : "Check the slug, and that the token's owner is a member of it.");

    /// <summary>A token that lists no organization and was given for none would answer every question with nothing.</summary>
    public static SentryException NoneSeen(Uri address) => new(
        "SentryNoOrganization",
        SentryErrorCategory.ObjectNotFound,
        $"This token lists no organization at {address}.",
        "Name it with -Organization or SENTRY_ORG: the token of an internal integration lists none, but works in its own. "
            + "A person's token lists those of which the person is a member.");

    private Uri Region(string? announced)
    {
        if (
            !Uri.TryCreate(announced, UriKind.Absolute, out var region)
            || string.Equals(region.Authority, home.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return home;
        }

        var address = new Uri(region.AbsoluteUri.TrimEnd('/') + "/");
        return hosts.TryTrust(address) ? address : home;
    }
}
