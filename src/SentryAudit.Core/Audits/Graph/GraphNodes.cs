namespace SentryAudit.Audits.Graph;

/// <summary>Nodes of the module's objects.</summary>
internal static class GraphNodes
{
    public static GraphNode Of(SentryOrganization it) => new(GraphNodeKind.Organization, it.Id, it.Slug, it, it.FirstSeen, it.LastUpdated);

    public static GraphNode Of(SentryTeam it) => new(GraphNodeKind.Team, it.Id, it.Slug, it, it.FirstSeen, it.LastUpdated);

    public static GraphNode Of(SentryMember it) => new(GraphNodeKind.Member, it.Id, it.ToString(), it, it.FirstSeen, it.LastUpdated);

    public static GraphNode Of(SentryProject it) => new(GraphNodeKind.Project, it.Id, it.Slug, it, it.FirstSeen, it.LastUpdated);

    public static GraphNode Of(SentryAlertRule it) => new(GraphNodeKind.AlertRule, it.Id, it.ToString(), it, it.FirstSeen, it.LastUpdated);

    public static GraphNode Of(SentryRole it) => new(GraphNodeKind.Role, it.Id, it.Id, it, it.FirstSeen, it.LastUpdated);

    public static GraphNode Of(SentryRepository it) => new(GraphNodeKind.Repository, it.Id, it.Name, it, it.FirstSeen, it.LastUpdated);

    // The object's own id falls back to the slug where the listing did not know the organization's id.
    public static GraphNode Of(SentryRelease it, GraphNode organization) =>
        new(GraphNodeKind.Release, $"{organization.Id}/{it.Version}", it.Version, it, it.FirstSeen, it.LastUpdated);

    /// <summary>Sentry itself, as JupiterOne has it.</summary>
    public static GraphNode Service(DateTimeOffset readAt) =>
        new(GraphNodeKind.Service, "sentry-service", "Sentry", Entity: null, FirstSeen: null, readAt);
}
