using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>
/// A stored inventory in the place of Sentry: the same objects in the same order, as the last sync read them. What is gone
/// is not listed; what no sync read is an error, never an empty list; what was read in part ends with an error.
/// </summary>
internal sealed partial class InventorySource(StoredEstate stored, string? defaultOrganization, ITransportObserver observer) : ISentrySource
{
    public IAsyncEnumerable<OrganizationHome> ResolveOrganizationsAsync(OrganizationReference? key, CancellationToken cancellationToken) =>
        Resolve(key ?? (defaultOrganization is { } slug ? new OrganizationReference(slug) : null)).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryOrganization> ListOrganizationsAsync(
        IReadOnlyList<OrganizationReference> keys,
        CancellationToken cancellationToken
    ) => ListOrganizations().AsStream(cancellationToken);

    public Task<SentryOrganization> GetOrganizationAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Guard(() => Present(organization, InventoryKinds.Organization).First());

    public IAsyncEnumerable<SentryTeam> ListTeamsAsync(
        OrganizationHome organization,
        IReadOnlyList<TeamReference> keys,
        CancellationToken cancellationToken
    ) => Present(organization, InventoryKinds.Team).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryProject> ListProjectsAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        IReadOnlyList<TeamReference> teams,
        CancellationToken cancellationToken
    ) => Present(organization, InventoryKinds.Project).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryRepository> ListRepositoriesAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Present(organization, InventoryKinds.Repository).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryIntegration> ListIntegrationsAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Present(organization, InventoryKinds.Integration).AsStream(cancellationToken);

    public IAsyncEnumerable<SentryProjectKey> ListProjectKeysAsync(
        OrganizationHome organization, IReadOnlyList<SentryProject>? projects, bool showSecret, CancellationToken cancellationToken)
    {
        if (showSecret)
        {
            throw OfflineFault.ApiRequired("-ShowSecret", "an inventory never holds a DSN");
        }

        var ids = projects?.Select(project => project.Id).ToHashSet(StringComparer.Ordinal);
        return Present(organization, InventoryKinds.ProjectKey)
            .Where(key => ids?.Contains(key.ProjectId ?? "") != false)
            .AsStream(cancellationToken);
    }

    public Task<RoleCatalog> ReadRolesAsync(OrganizationHome organization, CancellationToken cancellationToken) => Guard(() =>
    {
        var settings = Open(organization).Read(InventoryKinds.Organization).FirstOrDefault(entry => entry.RemovedAt is null);
        return new RoleCatalog([.. Present(organization, InventoryKinds.Role)], settings?.Entity.OpenMembership);
    });

    public DateTimeOffset? FindReadTime(OrganizationHome organization, SentryEntityType type) =>
        Open(organization).Header.Sections.FirstOrDefault(section => section.Type == type.ToString())?.ReadAt;

    private OrganizationHome[] Resolve(OrganizationReference? key)
    {
        var homes = stored.Organizations.Select(organization => organization.Home).Where(home => key?.Matches(home) != false).ToArray();
        return homes is [] && key is { IsPattern: false } ? throw OfflineFault.OrganizationNotFound(key.Value, stored) : homes;
    }

    private IEnumerable<SentryOrganization> ListOrganizations()
    {
        SentryException? fault = null;
        foreach (var organization in stored.Organizations)
        {
            var found = Collect(Present(organization.Home, InventoryKinds.Organization), out var broken);
            fault ??= broken;
            foreach (var one in found)
            {
                yield return one.WithoutSettings();
            }
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    /// <summary>The objects of a kind that are there, or may be.</summary>
    private IEnumerable<T> Present<T>(OrganizationHome organization, InventoryKind<T> kind)
        where T : class
    {
        var snapshot = Open(organization);
        var section = snapshot.Find(kind) ?? throw OfflineFault.NotInInventory(kind, organization);
        observer.OnNote(
            $"{kind} objects of {organization} as read {OfflineFault.Text(section.ReadAt)}, from {snapshot.Path}.",
            isWarning: false);
        foreach (var entry in snapshot.Read(kind))
        {
            if (entry.RemovedAt is null)
            {
                yield return entry.Entity;
            }
        }

        if (!section.IsComplete)
        {
            throw OfflineFault.Incomplete(kind, organization, section);
        }
    }

    private InventorySnapshot Open(OrganizationHome organization) =>
        (stored.Find(organization) ?? throw OfflineFault.OrganizationNotFound(organization.Slug, stored)).Open();

    /// <summary>What can be had of a listing, and the fault that ended it.</summary>
    private static List<T> Collect<T>(IEnumerable<T> items, out SentryException? fault)
    {
        var all = new List<T>();
        fault = null;
        try
        {
            foreach (var item in items)
            {
                all.Add(item);
            }
        }
        catch (SentryException broken)
        {
            fault = broken;
        }

        return all;
    }

    private static Task<T> Guard<T>(Func<T> read)
    {
        try
        {
            return Task.FromResult(read());
        }
        catch (SentryException fault)
        {
            return Task.FromException<T>(fault);
        }
    }
}
