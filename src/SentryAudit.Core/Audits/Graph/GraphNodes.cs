namespace SentryAudit.Audits.Graph;

/// <summary>Makes nodes of the module's objects.</summary>
internal static class GraphNodes
{
    public static GraphNode Of(SentryOrganization it) =>
        new(GraphNodeKind.Organization, it.Id, it.Slug) { Entity = it, FirstSeen = it.FirstSeen, LastUpdated = it.LastUpdated };

    public static GraphNode Of(SentryTeam it) =>
        new(GraphNodeKind.Team, it.Id, it.Slug) { Entity = it, FirstSeen = it.FirstSeen, LastUpdated = it.LastUpdated };

    public static GraphNode Of(SentryMember it) =>
        new(GraphNodeKind.Member, it.Id, it.ToString()) { Entity = it, FirstSeen = it.FirstSeen, LastUpdated = it.LastUpdated };

    public static GraphNode Of(SentryProject it) =>
        new(GraphNodeKind.Project, it.Id, it.Slug) { Entity = it, FirstSeen = it.FirstSeen, LastUpdated = it.LastUpdated };

    public static GraphNode Of(SentryAlertRule it) =>
        new(GraphNodeKind.AlertRule, it.Id, it.ToString()) { Entity = it, FirstSeen = it.FirstSeen, LastUpdated = it.LastUpdated };

    public static GraphNode Of(SentryRole it) =>
        new(GraphNodeKind.Role, it.Id, it.Id) { Entity = it, FirstSeen = it.FirstSeen, LastUpdated = it.LastUpdated };

    public static GraphNode Of(SentryRepository it) =>
        new(GraphNodeKind.Repository, it.Id, it.Name) { Entity = it, FirstSeen = it.FirstSeen, LastUpdated = it.LastUpdated };

    // Not the id of the release itself, which contains the slug if its listing did not know the id of the organization.
    public static GraphNode Of(SentryRelease it, GraphNode organization) =>
        new(GraphNodeKind.Release, $"{organization.Id}/{it.Version}", it.Version)
        {
            Entity = it,
            FirstSeen = it.FirstSeen,
            LastUpdated = it.LastUpdated,
        };

    /// <summary>Sentry itself, which is a node in JupiterOne's schema.</summary>
    public static GraphNode Service(DateTimeOffset readAt) =>
        new(GraphNodeKind.Service, "sentry-service", "Sentry") { LastUpdated = readAt };
}
