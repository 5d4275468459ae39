namespace SentryAudit.Http.Endpoints;

/// <summary>Where on sentry.io an endpoint lives. On a self-hosted Sentry both are the one host.</summary>
internal enum SentrySilo
{
    /// <summary>Only the base host answers: users, organizations, integrations, the audit log.</summary>
    Control,

    /// <summary>The organization's region host answers.</summary>
    Region,
}
