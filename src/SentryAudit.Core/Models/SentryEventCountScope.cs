namespace SentryAudit;

/// <summary>What events were counted of.</summary>
public enum SentryEventCountScope
{
    /// <summary>Something this module does not know yet.</summary>
    Unknown,

    /// <summary>A whole organization, with projects deleted since.</summary>
    Organization,

    /// <summary>One project.</summary>
    Project,

    /// <summary>A team: the sum over the projects that are assigned to it now.</summary>
    Team,
}
