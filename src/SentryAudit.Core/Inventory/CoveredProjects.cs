namespace SentryAudit.Inventory;

/// <summary>The projects on which the objects of an inventory depend, and of which a limited read can say something.</summary>
internal static class CoveredProjects
{
    /// <summary>Whether lists of a kind leave out what belongs to projects out of reach.</summary>
    public static bool AreOf(InventoryKind kind) => kind.Type
        is SentryEntityType.Release or SentryEntityType.AlertRule or SentryEntityType.Monitor or SentryEntityType.ProjectKey;

    /// <summary>Whether all projects of an object were within reach. Of an object without projects it is not known who sees it.</summary>
    public static bool Include(IReadOnlyList<string> covered, object entity) =>
        Of(entity) is { Count: > 0 } projects && projects.All(project => covered.Contains(project, StringComparer.Ordinal));

    private static IReadOnlyList<string>? Of(object entity) => entity switch
    {
        SentryRelease release => release.ProjectSlugs,
        SentryAlertRule rule => rule.ProjectSlugs,
        SentryMonitor { ProjectSlug: { } slug } => [slug],
        SentryProjectKey { ProjectSlug: { } slug } => [slug],
        _ => null,
    };
}
