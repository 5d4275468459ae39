namespace SentryAudit;

/// <summary>Why somebody has access to a project. Of several reasons, the one that stands first here counts.</summary>
public enum SentryAccessGrant
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The organization role gives access to every project. To leave a team would change nothing.</summary>
    GlobalRole,

    /// <summary>The person is a member of a team of the project.</summary>
    Team,

    /// <summary>
    /// The organization has open membership: everybody may join every team, and has access to every project without joining.
    /// </summary>
    OpenMembership,
}
