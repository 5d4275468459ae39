namespace SentryAudit;

/// <summary>Whether a role belongs to the organization or to a team.</summary>
public enum SentryRoleKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>In the organization.</summary>
    Organization,

    /// <summary>In a team.</summary>
    Team,
}
