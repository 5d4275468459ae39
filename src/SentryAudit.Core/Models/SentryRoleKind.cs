namespace SentryAudit;

/// <summary>Where a role counts.</summary>
public enum SentryRoleKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>In the organization.</summary>
    Organization,

    /// <summary>In a team.</summary>
    Team,
}
