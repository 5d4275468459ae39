using SentryAudit.Api.Calls;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>The organizations that the command line names. Objects of another one are not worked on.</summary>
/// <param name="named">As they were named: by slug, id or wildcard.</param>
/// <param name="directory">What is known of the connection's organizations.</param>
internal sealed class NamedOrganizations(OrganizationReference[] named, OrganizationDirectory directory)
{
    private readonly HashSet<string> _slugsOfIds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks up the slugs of those that were named by id: an id says nothing of the slug, by which objects name theirs.</summary>
    public async Task ResolveAsync(ISentrySource source, Action<SentryException, object?> report, CancellationToken cancellationToken)
    {
        foreach (var id in named.Where(organization => organization.IsId))
        {
            try
            {
                await foreach (var home in source.ResolveOrganizationsAsync(id, cancellationToken))
                {
                    _slugsOfIds.Add(home.Slug);
                }
            }
            catch (SentryException error)
            {
                report(error, id.Value);
            }
        }
    }

    /// <summary>Whether an organization is among them. Rows may name theirs by its id, too.</summary>
    public bool Contains(string slugOrId)
    {
        var home = directory.Find(slugOrId);
        return _slugsOfIds.Contains(home?.Slug ?? slugOrId)
            || Array.Exists(named, one => one.MatchesSlug(slugOrId) || (home is not null && one.Matches(home)));
    }
}
