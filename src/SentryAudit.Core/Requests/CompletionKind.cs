namespace SentryAudit.Requests;

/// <summary>What a parameter names.</summary>
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
}
