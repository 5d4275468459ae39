namespace SentryAudit;

/// <summary>The kinds of object that an inventory keeps.</summary>
public enum SentryEntityType
{
    /// <summary>A kind this version does not know, as from an inventory of a newer one.</summary>
    Unknown,

    /// <summary>The organization itself, with its settings.</summary>
    Organization,

    /// <summary>Members and invitations.</summary>
    Member,

    /// <summary>Teams.</summary>
    Team,

    /// <summary>Who is in which team, with the role there.</summary>
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
