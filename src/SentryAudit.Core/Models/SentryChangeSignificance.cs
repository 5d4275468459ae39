namespace SentryAudit;

/// <summary>How much a change matters to an audit.</summary>
public enum SentryChangeSignificance
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>What changes by itself every day: counters, last activity, new releases.</summary>
    Low,

    /// <summary>What people change in their work: names, slugs, projects, teams, repositories.</summary>
    Medium,

    /// <summary>What decides about access or protection: memberships, roles, 2FA, keys, alert rules, settings, integrations.</summary>
    High,
}
