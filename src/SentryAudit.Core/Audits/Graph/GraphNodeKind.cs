namespace SentryAudit.Audits.Graph;

/// <summary>The kinds of object a graph can hold. The names are those of <see cref="SentryEntityType"/>; Sentry itself is the service.</summary>
internal enum GraphNodeKind
{
    Organization,
    Team,
    Member,
    Project,
    Release,
    AlertRule,
    Role,
    Service,
    Repository,
}
