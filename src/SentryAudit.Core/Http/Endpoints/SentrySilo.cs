namespace SentryAudit.Http.Endpoints;

/// <summary>Which host of sentry.io serves an endpoint. A self-hosted Sentry has one host for both.</summary>
internal enum SentrySilo
{
    /// <summary>The base host only: users, organizations, integrations, the audit log.</summary>
    Control,

    /// <summary>The host of the organization's region.</summary>
    Region,
}
