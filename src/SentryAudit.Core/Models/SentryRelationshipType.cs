namespace SentryAudit;

/// <summary>How two objects of an organization are related: the names of Cartography's schema, then those of JupiterOne's.</summary>
public enum SentryRelationshipType
{
    /// <summary>A type that this version does not know.</summary>
    Unknown,

    /// <summary>Organization to team, user, project, release and alert rule: RESOURCE.</summary>
    Resource,

    /// <summary>User to team: MEMBER_OF.</summary>
    MemberOf,

    /// <summary>User to team: ADMIN_OF.</summary>
    AdminOf,

    /// <summary>Project to team: HAS_TEAM.</summary>
    HasTeam,

    /// <summary>Project to alert rule: HAS_RULE.</summary>
    HasRule,

    /// <summary>JupiterOne's HAS: organization to member, project, team, role, service and code repository; team to member.</summary>
    Has,

    /// <summary>JupiterOne's ASSIGNED: team to project, member to role.</summary>
    Assigned,
}
