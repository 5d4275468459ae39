using System.Globalization;

namespace SentryAudit.Audits.Graph;

/// <summary>The labels, properties and relationships of Cartography's Sentry module. Its dates are text in UTC.</summary>
internal static class CartographySchema
{
    public static readonly IReadOnlyList<CartographyLabel> Labels =
    [
        Label(GraphNodeKind.Organization, "Tenant",
            GraphColumn.Text<SentryOrganization>("name", it => it.Name),
            GraphColumn.Text<SentryOrganization>("slug", it => it.Slug),
            GraphColumn.Text<SentryOrganization>("status", it => it.Status),
            GraphColumn.Text<SentryOrganization>("date_created", it => Date(it.DateCreated)),
            GraphColumn.Flag<SentryOrganization>("require_2fa", it => it.Require2FA),
            GraphColumn.Flag<SentryOrganization>("is_early_adopter", it => it.IsEarlyAdopter)),
        Label(GraphNodeKind.Team, "UserGroup",
            GraphColumn.Text<SentryTeam>("name", it => it.Name),
            GraphColumn.Text<SentryTeam>("slug", it => it.Slug),
            GraphColumn.Text<SentryTeam>("date_created", it => Date(it.DateCreated)),
            GraphColumn.Number<SentryTeam>("member_count", it => it.MemberCount)),
        Label(GraphNodeKind.Member, "UserAccount",
            GraphColumn.Text<SentryMember>("email", it => it.Email),
            GraphColumn.Text<SentryMember>("name", it => it.Name),
            GraphColumn.Text<SentryMember>("role", it => it.Role),
            GraphColumn.Text<SentryMember>("date_created", it => Date(it.DateCreated)),
            GraphColumn.Flag<SentryMember>("pending", it => it.Pending),
            GraphColumn.Flag<SentryMember>("expired", it => it.Expired),
            GraphColumn.Flag<SentryMember>("has_2fa", it => it.Has2FA)),
        Label(GraphNodeKind.Project, extra: null,
            GraphColumn.Text<SentryProject>("name", it => it.Name),
            GraphColumn.Text<SentryProject>("slug", it => it.Slug),
            GraphColumn.Text<SentryProject>("platform", it => it.Platform),
            GraphColumn.Text<SentryProject>("date_created", it => Date(it.DateCreated)),
            GraphColumn.Text<SentryProject>("first_event", it => Date(it.FirstEvent))),
        Label(GraphNodeKind.Release, extra: null,
            GraphColumn.Text<SentryRelease>("version", it => it.Version),
            GraphColumn.Text<SentryRelease>("short_version", it => it.ShortVersion),
            GraphColumn.Text<SentryRelease>("date_created", it => Date(it.DateCreated)),
            GraphColumn.Text<SentryRelease>("date_released", it => Date(it.DateReleased)),
            GraphColumn.Number<SentryRelease>("commit_count", it => it.CommitCount),
            GraphColumn.Number<SentryRelease>("deploy_count", it => it.DeployCount),
            GraphColumn.Number<SentryRelease>("new_groups", it => it.NewGroups),
            GraphColumn.Text<SentryRelease>("ref", it => it.Ref),
            GraphColumn.Text<SentryRelease>("url", it => it.Url)),
        Label(GraphNodeKind.AlertRule, extra: null,
            GraphColumn.Text<SentryAlertRule>("name", it => it.Name),
            GraphColumn.Text<SentryAlertRule>("date_created", it => Date(it.DateCreated)),
            GraphColumn.Text<SentryAlertRule>("action_match", it => it.ActionMatch),
            GraphColumn.Text<SentryAlertRule>("filter_match", it => it.FilterMatch),
            GraphColumn.Number<SentryAlertRule>("frequency", it => it.FrequencySeconds),
            GraphColumn.Text<SentryAlertRule>("environment", it => it.Environment),
            GraphColumn.Text<SentryAlertRule>("status", it => it.Status),
            GraphColumn.Text<SentryAlertRule>("project_slug", it => it.ProjectSlug)),
    ];

    /// <summary>All relationships, with the labels at both ends.</summary>
    public static readonly IReadOnlyList<(SentryRelationshipType Type, GraphNodeKind From, GraphNodeKind To)> Relationships =
    [
        .. Labels
            .Where(label => label.Kind is not GraphNodeKind.Organization)
            .Select(label => (SentryRelationshipType.Resource, GraphNodeKind.Organization, label.Kind)),
        (SentryRelationshipType.MemberOf, GraphNodeKind.Member, GraphNodeKind.Team),
        (SentryRelationshipType.AdminOf, GraphNodeKind.Member, GraphNodeKind.Team),
        (SentryRelationshipType.HasTeam, GraphNodeKind.Project, GraphNodeKind.Team),
        (SentryRelationshipType.HasRule, GraphNodeKind.Project, GraphNodeKind.AlertRule),
    ];

    private static readonly Dictionary<GraphNodeKind, CartographyLabel> ByKind = Labels.ToDictionary(label => label.Kind);

    public static bool Contains(GraphNodeKind kind) => ByKind.ContainsKey(kind);

    public static CartographyLabel Of(GraphNodeKind kind) => ByKind[kind];

    /// <summary>The name of a relationship in a graph.</summary>
    public static string NameOf(SentryRelationshipType type) => type switch
    {
        SentryRelationshipType.MemberOf => "MEMBER_OF",
        SentryRelationshipType.AdminOf => "ADMIN_OF",
        SentryRelationshipType.HasTeam => "HAS_TEAM",
        SentryRelationshipType.HasRule => "HAS_RULE",
        _ => type.ToString().ToUpperInvariant(),
    };

    /// <summary>When a sync last saw a node: seconds since 1970, like Cartography's update tag.</summary>
    public static long LastUpdated(DateTimeOffset readAt) => readAt.ToUnixTimeSeconds();

    // Cartography's firstseen is Neo4j's timestamp(): milliseconds since 1970.
    private static CartographyLabel Label(GraphNodeKind kind, string? extra, params GraphColumn[] columns) =>
        new(
            kind,
            extra,
            [
                new("id", GraphValueType.Text, node => node.Id),
                new("firstseen", GraphValueType.Number, node => node.FirstSeen?.ToUnixTimeMilliseconds()),
                new("lastupdated", GraphValueType.Number, node => LastUpdated(node.LastUpdated)),
                .. columns,
            ]);

    private static string? Date(DateTimeOffset? value) =>
        value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
