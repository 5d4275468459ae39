namespace SentryAudit;

/// <summary>How much a change matters to an audit.</summary>
public enum SentryChangeSignificance
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Properties that change by themselves every day: counters, last activity, new releases.</summary>
    Low,

    /// <summary>Properties that people change in their daily work: names, slugs, projects, teams, repositories.</summary>
    Medium,

    /// <summary>
    /// Properties that decide about access or protection: memberships, roles, 2FA, keys, alert rules, settings, integrations.
    /// </summary>
    High,
}
