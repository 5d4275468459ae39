using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Inventory;

internal sealed partial class InventorySource
{
    private const int MostSuggestions = 100;

    /// <summary>Objects that resemble what was typed, for tab completion; none of what no inventory keeps.</summary>
    public IEnumerable<CompletionItem> Suggest(
        OrganizationHome organization,
        CompletionKind kind,
        string typed,
        CancellationToken cancellationToken)
    {
        var all = kind switch
        {
            CompletionKind.Member => Items(InventoryKinds.Member, member => (member.Email, $"{member.Name} ({member.Role})")),
            CompletionKind.Team => Items(InventoryKinds.Team, team => (team.Slug, $"Team {team.Name}")),
            CompletionKind.Project => Items(InventoryKinds.Project, project => (project.Slug, $"Project {project.Name}")),
            CompletionKind.Release => Items(InventoryKinds.Release, release => (release.Version, $"Release {release.Version}")),
            CompletionKind.AlertRule => Items(InventoryKinds.AlertRule, rule => (rule.Name, $"Alert rule {rule.Id}")),
            CompletionKind.ProjectKey => Items(InventoryKinds.ProjectKey, key => (key.Label, $"Key of project {key.ProjectSlug}")),
            CompletionKind.Repository => Items(InventoryKinds.Repository, repository =>
                (repository.Name, $"{repository.Provider} repository")),
            CompletionKind.Monitor => Items(InventoryKinds.Monitor, monitor => (monitor.Name, $"Monitor {monitor.Id}, {monitor.Type}")),
            CompletionKind.Integration => Items(InventoryKinds.Integration, integration =>
                (integration.Name, $"{integration.Provider} integration")),
            _ => [],
        };
        return all.Where(item => item.Value.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(MostSuggestions);

        IEnumerable<CompletionItem> Items<T>(InventoryKind<T> of, Func<T, (string? Key, string Description)> map)
            where T : class
        {
            foreach (var entry in Open(organization).Read(of))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (entry.RemovedAt is null && map(entry.Entity) is ({ Length: > 0 } key, var description))
                {
                    yield return new CompletionItem(key, description);
                }
            }
        }
    }
}
