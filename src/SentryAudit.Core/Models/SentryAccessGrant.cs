namespace SentryAudit;

/// <summary>Why somebody reaches a project. Where several reasons hold it is the strongest, the first of these.</summary>
public enum SentryAccessGrant
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The organization role reaches every project. Leaving a team would change nothing.</summary>
    GlobalRole,

    /// <summary>Membership of a team of the project.</summary>
    Team,

    /// <summary>The organization has open membership: everybody may join every team, and Sentry lets them reach every project as it is.</summary>
    OpenMembership,
}
