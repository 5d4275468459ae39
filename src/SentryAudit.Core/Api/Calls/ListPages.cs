using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Calls;

/// <summary>
/// Gets the pages of a list. Where Sentry refuses all projects together, because some are out of reach, those within reach are asked for.
/// </summary>
internal sealed class ListPages<T>(ApiConnection api, Listing<T> listing, OrganizationHome? organization)
{
    private static readonly LinkHeader NoMore = new(NextCursor: null, HasNext: false);

    private ProjectSelection? _reachable;

    /// <summary>The refusal of all projects together; null if there was none.</summary>
    public SentryApiException? Refusal { get; private set; }

    /// <summary>Whether it is known which projects were asked for instead.</summary>
    public bool IsReachKnown => _reachable is not null;

    /// <summary>Gets the page of a cursor; null is the first.</summary>
    /// <param name="query">What the list is limited to.</param>
    public async Task<Page<T>> GetAsync(Query query, string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(Limit(query), cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException refused) when (cursor is null && IsNarrowable(refused))
        {
            var reach = await api.Reach.FindAsync(api, organization!, cancellationToken).ConfigureAwait(false);
            if (reach is { IsLimited: false })
            {
                throw;
            }

            Refusal = refused;
            _reachable = reach is null ? null : ProjectSelection.Of(reach.Reachable.Select(project => (project.Id, project.Slug)));
            return _reachable is { IsEmpty: true }
                ? new Page<T>([], NoMore, api.Site.Clock.GetUtcNow())
                : await SendAsync(Limit(query), cursor, cancellationToken).ConfigureAwait(false);
        }
    }

    // Where the scope is missing, fewer projects do not help.
    private bool IsNarrowable(SentryApiException refused) =>
        Refusal is null
        && organization is { HasOpenMembership: false }
        && listing.IsOfAllProjects
        && refused.Status is 403
        && CallReach.IsPerson(api)
        && (api.Site.Scopes is not { } held || refused.RequiredScope.Any(scope => SentryScopes.Grants(held, scope)));

    // Without projects Sentry takes those of the teams of the token's owner.
    private Query Limit(Query query) => Refusal is null
        ? query
        : _reachable is { IsShort: true } ? ProjectSelection.Limit(query.Without("project"), _reachable) : query.Without("project");

    private async Task<Page<T>> SendAsync(Query query, string? cursor, CancellationToken cancellationToken)
    {
        var page = await api.GetAsync(listing.In(organization), query.WithOptional("cursor", cursor), listing.Type, cancellationToken)
            .ConfigureAwait(false);

        var isNothing = cursor is null
            && page is { Value.Length: 0, Link: null }
            && await IsNothingWithinReachAsync(cancellationToken).ConfigureAwait(false);
        return new Page<T>(page.Value, isNothing ? NoMore : page.Link, page.ReadAt) { Total = page.Total };
    }

    // Where no project is within reach, Sentry answers without the header that every other page has. Where one is, it was removed.
    private async Task<bool> IsNothingWithinReachAsync(CancellationToken cancellationToken)
    {
        if (!listing.IsOfProjects || organization is null)
        {
            return false;
        }

        var reach = await api.Reach.FindAsync(api, organization, cancellationToken).ConfigureAwait(false);
        return reach?.HasAny(listing.Projects) is not true;
    }
}
