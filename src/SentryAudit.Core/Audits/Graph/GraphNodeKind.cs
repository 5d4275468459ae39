namespace SentryAudit.Audits.Graph;

/// <summary>
/// The kinds of object that a graph can contain. The names are those of <see cref="SentryEntityType"/>; the service is Sentry itself.
/// </summary>
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
