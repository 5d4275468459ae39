namespace SentryAudit;

/// <summary>Whose events were counted.</summary>
public enum SentryEventCountScope
{
    /// <summary>A scope that this version of the module does not know.</summary>
    Unknown,

    /// <summary>A whole organization, including projects that were deleted since.</summary>
    Organization,

    /// <summary>One project.</summary>
    Project,

    /// <summary>A team: the sum over the projects that are assigned to it now.</summary>
    Team,
}
