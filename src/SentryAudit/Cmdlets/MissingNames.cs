using SentryAudit.Common.Streams;
using SentryAudit.Filters;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>
/// Finds out why a call found nothing by some of its names: there is no such thing, or the filters leave it out. Only where something is
/// missing it is looked for again, without the filters.
/// </summary>
/// <param name="find">Those of some names that there are in an organization; null where no filter can have hidden them.</param>
/// <param name="leftOut">Where what the filters left out is noted.</param>
internal sealed class MissingNames(
    Func<OrganizationHome, IReadOnlyList<EntityReference>, CancellationToken, IAsyncEnumerable<EntityReference>?> find, LeftOut leftOut)
{
    private readonly List<OrganizationHome> _organizations = [];
    private bool _isSkipped;

    /// <summary>Notes an organization that was looked through.</summary>
    public void Add(OrganizationHome organization) => _organizations.Add(organization);

    /// <summary>Notes that an organization was not looked through, since a filter could find nothing there.</summary>
    public void NoteSkipped() => _isSkipped = true;

    /// <summary>Those of the missing names that nothing has.</summary>
    /// <param name="missing">What matched nothing.</param>
    /// <param name="applies">Whether a name was given for an organization.</param>
    /// <param name="report">Receives what keeps the answer from being known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<EntityReference>> FindAsync(
        EntityReference[] missing,
        Func<OrganizationHome, EntityReference, bool> applies,
        Action<SentryException, object?> report,
        CancellationToken cancellationToken)
    {
        var undecided = new HashSet<EntityReference>();
        foreach (var organization in _organizations)
        {
            foreach (var sort in missing.Where(key => !key.IsPattern && applies(organization, key)).GroupBy(key => key.GetType()))
            {
                if (find(organization, [.. sort], cancellationToken) is not { } found)
                {
                    undecided.UnionWith(_isSkipped ? sort : []);
                    continue;
                }

                try
                {
                    leftOut.Add(await found.ReadAllAsync(cancellationToken));
                }
                catch (SentryException fault)
                {
                    undecided.UnionWith(sort);
                    report(fault, organization.Slug);
                }
            }
        }

        return Array.FindAll(missing, key => !leftOut.Contains(key) && !undecided.Contains(key));
    }
}
