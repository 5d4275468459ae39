namespace SentryAudit.Audits.Graph;

/// <summary>Which relationships are wanted, and so which objects must be read.</summary>
/// <param name="Types">The types of relationships.</param>
/// <param name="Excluded">Kinds of object to leave out, with all their relationships.</param>
/// <param name="EffectiveAccess">Whether Sentry's own rules decide who belongs to a team and administers it, not Cartography's.</param>
internal sealed record GraphSelection(
    IReadOnlySet<SentryRelationshipType> Types,
    IReadOnlySet<GraphNodeKind> Excluded,
    bool EffectiveAccess)
{
    /// <summary>The relationships of Cartography's schema.</summary>
    public static readonly IReadOnlySet<SentryRelationshipType> Cartography = new HashSet<SentryRelationshipType>
    {
        SentryRelationshipType.Resource,
        SentryRelationshipType.MemberOf,
        SentryRelationshipType.AdminOf,
        SentryRelationshipType.HasTeam,
        SentryRelationshipType.HasRule,
    };

    /// <summary>The relationships of JupiterOne's schema.</summary>
    public static readonly IReadOnlySet<SentryRelationshipType> JupiterOne = new HashSet<SentryRelationshipType>
    {
        SentryRelationshipType.Has,
        SentryRelationshipType.Assigned,
    };

    private static readonly Dictionary<GraphNodeKind, SentryRelationshipType[]> Ends = new()
    {
        [GraphNodeKind.Team] =
        [
            SentryRelationshipType.Resource,
            SentryRelationshipType.MemberOf,
            SentryRelationshipType.AdminOf,
            SentryRelationshipType.HasTeam,
            SentryRelationshipType.Has,
            SentryRelationshipType.Assigned,
        ],
        [GraphNodeKind.Project] =
        [
            SentryRelationshipType.Resource,
            SentryRelationshipType.HasTeam,
            SentryRelationshipType.HasRule,
            SentryRelationshipType.Has,
            SentryRelationshipType.Assigned,
        ],
        [GraphNodeKind.Member] =
        [
            SentryRelationshipType.Resource,
            SentryRelationshipType.MemberOf,
            SentryRelationshipType.AdminOf,
            SentryRelationshipType.Has,
            SentryRelationshipType.Assigned,
        ],
        [GraphNodeKind.AlertRule] = [SentryRelationshipType.Resource, SentryRelationshipType.HasRule],
        [GraphNodeKind.Release] = [SentryRelationshipType.Resource],
        [GraphNodeKind.Role] = [SentryRelationshipType.Has, SentryRelationshipType.Assigned],
        [GraphNodeKind.Service] = [SentryRelationshipType.Has],
        [GraphNodeKind.Repository] = [SentryRelationshipType.Has],
    };

    public bool Wants(SentryRelationshipType type) => Types.Contains(type);

    public bool Wants(GraphNodeKind kind) => !Excluded.Contains(kind) && Ends[kind].Any(Types.Contains);

    /// <summary>Whether the members of teams must be read.</summary>
    public bool WantsTeamMembers => Wants(GraphNodeKind.Team) && Wants(GraphNodeKind.Member)
        && (Wants(SentryRelationshipType.MemberOf) || Wants(SentryRelationshipType.AdminOf) || Wants(SentryRelationshipType.Has));

    public bool WantsRoles => Wants(GraphNodeKind.Role) || (EffectiveAccess && WantsTeamMembers);
}
