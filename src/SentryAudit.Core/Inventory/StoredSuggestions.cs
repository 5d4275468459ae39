using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Inventory;

/// <summary>Finds stored objects for tab completion.</summary>
internal sealed class StoredSuggestions(StoredEstate stored)
{
    private const int MostSuggestions = 100;

    private readonly StoredSections _sections = new(stored, SilentObserver.Instance);

    /// <summary>The objects whose name contains the typed text; none of kinds that no inventory keeps.</summary>
    public IEnumerable<CompletionItem> Suggest(
        OrganizationHome organization,
        CompletionKind kind,
        string typed,
        CancellationToken cancellationToken) =>
        List(organization, kind)
            .WithCancellation(cancellationToken)
            .Where(item => item.Value.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(MostSuggestions);

    private IEnumerable<CompletionItem> List(OrganizationHome home, CompletionKind kind) =>
        kind switch
        {
            CompletionKind.Member => List(home, InventoryKinds.Member, it => (it.Email, $"{it.Name} ({it.Role})")),
            CompletionKind.Team => List(home, InventoryKinds.Team, it => (it.Slug, $"Team {it.Name}")),
            CompletionKind.Project => List(home, InventoryKinds.Project, it => (it.Slug, $"Project {it.Name}")),
            CompletionKind.Release => List(home, InventoryKinds.Release, it => (it.Version, $"Release {it.Version}")),
            CompletionKind.AlertRule => List(home, InventoryKinds.AlertRule, it => (it.Name, $"Alert rule {it.Id}")),
            CompletionKind.ProjectKey => List(home, InventoryKinds.ProjectKey, it => (it.Label, $"Key of project {it.ProjectSlug}")),
            CompletionKind.Repository => List(home, InventoryKinds.Repository, it => (it.Name, $"{it.Provider} repository")),
            CompletionKind.Monitor => List(home, InventoryKinds.Monitor, it => (it.Name, $"Monitor {it.Id}, {it.Type}")),
            CompletionKind.Integration => List(home, InventoryKinds.Integration, it => (it.Name, $"{it.Provider} integration")),
            CompletionKind.Role => List(home, InventoryKinds.Role, it => (it.Id, CompletionItem.Of(it).Description)),
            CompletionKind.OrganizationRole =>
                List(home, InventoryKinds.Role, it => (Id(it, SentryRoleKind.Organization), CompletionItem.Of(it).Description)),
            _ => [],
        };

    private static string? Id(SentryRole role, SentryRoleKind kind) => role.Kind == kind ? role.Id : null;

    private IEnumerable<CompletionItem> List<T>(
        OrganizationHome organization,
        InventoryKind<T> kind,
        Func<T, (string? Key, string Description)> describe)
        where T : class
    {
        foreach (var entry in _sections.Open(organization).Read(kind))
        {
            if (entry.RemovedAt is null && describe(entry.Entity) is ({ Length: > 0 } key, var description))
            {
                yield return new CompletionItem(key, description);
            }
        }
    }
}
