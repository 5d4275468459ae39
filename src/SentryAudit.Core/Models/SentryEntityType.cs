namespace SentryAudit;

/// <summary>The kinds of object that an inventory keeps.</summary>
public enum SentryEntityType
{
    /// <summary>A kind that this version does not know, for example one from an inventory of a newer version.</summary>
    Unknown,

    /// <summary>The organization itself, with its settings.</summary>
    Organization,

    /// <summary>Members and invitations.</summary>
    Member,

    /// <summary>Teams.</summary>
    Team,

    /// <summary>Memberships of teams, with the role on the team.</summary>
    TeamMember,

    /// <summary>Projects.</summary>
    Project,

    /// <summary>Releases.</summary>
    Release,

    /// <summary>Alert rules of every kind.</summary>
    AlertRule,

    /// <summary>Detectors and cron monitors.</summary>
    Monitor,

    /// <summary>Client keys, masked.</summary>
    ProjectKey,

    /// <summary>Code repositories.</summary>
    Repository,

    /// <summary>Roles of the organization and of its teams.</summary>
    Role,

    /// <summary>Installed integrations.</summary>
    Integration,
}
