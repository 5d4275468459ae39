using System.Collections.Concurrent;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Calls;

/// <summary>The reach of the token in the organizations of one cmdlet call: read once for each, and warned about once.</summary>
internal sealed class CallReach
{
    private static readonly Listing<WireProject> Projects =
        new("projects", ProjectEndpoints.Projects, WireJson.Default.WireProjectArray, ListOrder.Moves, static project => project.Id)
        {
            Query = Query.Empty.With("collapse", "latestDeploys"),
        };

    private readonly ConcurrentDictionary<string, Task<ProjectReach>> _reach = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether the token is a person's. Sentry answers <c>hasAccess</c> by memberships, and an integration without any reaches every
    /// project all the same.
    /// </summary>
    public static bool IsPerson(ApiConnection api) => api.Site.TokenKind is SentryTokenKind.Personal or SentryTokenKind.OAuth;

    /// <summary>What the call has found out about refusals.</summary>
    public RefusalAdvice Advice { get; } = new();

    /// <summary>The projects of an organization, and which of them are within reach.</summary>
    /// <exception cref="SentryException">The projects can't be listed.</exception>
    public async Task<ProjectReach> ReadAsync(ApiConnection api, OrganizationHome organization, CancellationToken cancellationToken)
    {
        var reading = _reach.GetOrAdd(organization.Slug, _ => ReadAnewAsync(api, organization, cancellationToken));
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another reader gave up, this one did not.
            return await ReadAnewAsync(api, organization, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The same; null where it is not known, so that nothing may be claimed.</summary>
    public async Task<ProjectReach?> FindAsync(ApiConnection api, OrganizationHome organization, CancellationToken cancellationToken)
    {
        if (!IsPerson(api) || organization.HasOpenMembership)
        {
            return null;
        }

        try
        {
            return await ReadAsync(api, organization, cancellationToken).ConfigureAwait(false);
        }
        catch (SentryException)
        {
            return null;
        }
    }

    /// <summary>Warns, once for an organization, if an answer about projects may leave something out.</summary>
    /// <param name="selection">The projects that were asked for; null for all.</param>
    public async Task TellAsync(
        ApiConnection api, OrganizationHome organization, ProjectSelection? selection, CancellationToken cancellationToken)
    {
        // Proposals for completion are asked for by nobody who could hear it.
        if (api.Observer is not SilentObserver
            && !_told.ContainsKey(organization.Slug)
            && await FindAsync(api, organization, cancellationToken).ConfigureAwait(false) is { } reach
            && reach.Describe(selection) is { } warning
            && _told.TryAdd(organization.Slug, value: true))
        {
            api.Observer.OnNote(warning, isWarning: true);
        }
    }

    private static async Task<ProjectReach> ReadAnewAsync(
        ApiConnection api, OrganizationHome organization, CancellationToken cancellationToken)
    {
        var projects = new List<(string, string, bool?)>();
        IncompleteListingException? untold = null;
        try
        {
            await foreach (var (project, _) in api.ReadAsync(Projects, organization, cancellationToken).ConfigureAwait(false))
            {
                projects.Add((project.Id ?? "", project.Slug ?? "", IsPerson(api) ? project.HasAccess : null));
            }
        }
        catch (IncompleteListingException fault) when (fault.IsReadToEnd)
        {
            // One that Sentry could not tell does not keep the others.
            untold = fault;
        }

        return new ProjectReach(organization.Slug, projects) { Untold = untold };
    }
}
