namespace SentryAudit.Requests;

/// <summary>The kinds of object that a parameter can name, for tab completion.</summary>
internal enum CompletionKind
{
    Organization,
    Member,
    Team,
    Project,
    Release,
    AlertRule,
    ProjectKey,
    Repository,
    Monitor,
    Integration,
    CustomIntegration,
    InviteRequest,
    Issue,
    AuditEvent,
    Environment,

    /// <summary>Roles of the organization.</summary>
    OrganizationRole,

    /// <summary>Roles of the organization and of its teams.</summary>
    Role,
}
