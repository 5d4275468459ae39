namespace SentryAudit.Audits.Graph;

/// <summary>
/// The entities of JupiterOne's Sentry integration. Times are milliseconds since 1970; properties that are not known are left out.
/// </summary>
internal static class JupiterOneSchema
{
    private static readonly Dictionary<GraphNodeKind, JupiterOneEntity> Entities = new()
    {
        [GraphNodeKind.Organization] = new("sentry_organization", "Account",
        [
            GraphColumn.Text<SentryOrganization>("id", it => it.Id),
            GraphColumn.Text<SentryOrganization>("name", it => it.Name),
            GraphColumn.Text<SentryOrganization>("slug", it => it.Slug),
            GraphColumn.Text<SentryOrganization>("status", it => it.Status),
            GraphColumn.Text<SentryOrganization>("webLink", it => it.OrganizationUrl?.ToString()),
            GraphColumn.Flag<SentryOrganization>("mfaRequired", it => it.Require2FA),
            Time<SentryOrganization>("createdOn", it => it.DateCreated),
        ]),
        [GraphNodeKind.Project] = new("sentry_project", "Project",
        [
            GraphColumn.Text<SentryProject>("id", it => it.Id),
            GraphColumn.Text<SentryProject>("name", it => it.Name),
            GraphColumn.Text<SentryProject>("slug", it => it.Slug),
            GraphColumn.Text<SentryProject>("platform", it => it.Platform),
            Time<SentryProject>("createdOn", it => it.DateCreated),
            Time<SentryProject>("firstEventOn", it => it.FirstEvent),
        ]),
        [GraphNodeKind.Team] = new("sentry_team", "UserGroup",
        [
            GraphColumn.Text<SentryTeam>("id", it => it.Id),
            GraphColumn.Text<SentryTeam>("name", it => it.Name),
            GraphColumn.Text<SentryTeam>("slug", it => it.Slug),
            GraphColumn.Number<SentryTeam>("memberCount", it => it.MemberCount),
            Time<SentryTeam>("createdOn", it => it.DateCreated),
        ]),
        [GraphNodeKind.Member] = new("sentry_member", "User",
        [
            GraphColumn.Text<SentryMember>("id", it => it.Id),
            GraphColumn.Text<SentryMember>("name", it => it.Name),
            GraphColumn.Text<SentryMember>("email", it => it.Email),
            GraphColumn.Text<SentryMember>("username", it => it.Email),
            GraphColumn.Text<SentryMember>("role", it => it.Role),
            GraphColumn.Flag<SentryMember>("active", it => it.IsActive),
            GraphColumn.Flag<SentryMember>("mfaEnabled", it => it.Has2FA),
            GraphColumn.Flag<SentryMember>("pending", it => it.Pending),
            GraphColumn.Flag<SentryMember>("expired", it => it.Expired),
            Time<SentryMember>("createdOn", it => it.DateCreated),
            Time<SentryMember>("dateJoined", it => it.DateJoined),
            Time<SentryMember>("lastActive", it => it.LastActive),
            Time<SentryMember>("lastLogin", it => it.LastLogin),
        ]),
        [GraphNodeKind.Role] = new("sentry_role", "AccessRole",
        [
            GraphColumn.Text<SentryRole>("name", it => it.Name),
            GraphColumn.Text<SentryRole>("desc", it => it.Description),
            GraphColumn.Flag<SentryRole>("isRetired", it => it.IsRetired),
            GraphColumn.Flag<SentryRole>("isGlobal", it => it.IsGlobal),
            GraphColumn.Text<SentryRole>("minimumTeamRole", it => it.MinimumTeamRole),
        ]),
        [GraphNodeKind.Service] = new("sentry_service", "Service",
        [
            new("name", GraphValueType.Text, node => node.Name),
            new("category", GraphValueType.Text, static _ => new[] { "platform" }),
            new("function", GraphValueType.Text, static _ => new[] { "project-management" }),
        ]),
    };

    public static JupiterOneEntity Of(GraphNodeKind kind) => Entities[kind];

    public static string KeyOf(GraphNode node) => node.Kind switch
    {
        GraphNodeKind.Member => $"sentry-user-{node.Id}",
        GraphNodeKind.Role => $"sentry-role:{node.Id}",
        GraphNodeKind.Service => node.Id,
        _ => $"sentry-{node.Kind.ToString().ToLowerInvariant()}-{node.Id}",
    };

    private static GraphColumn Time<T>(string name, Func<T, DateTimeOffset?> read) =>
        GraphColumn.Number<T>(name, it => read(it)?.ToUnixTimeMilliseconds());
}
