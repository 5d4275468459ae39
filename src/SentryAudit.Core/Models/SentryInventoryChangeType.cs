namespace SentryAudit;

/// <summary>What happened to an object between two states.</summary>
public enum SentryInventoryChangeType
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It is in the later state only.</summary>
    Added,

    /// <summary>It is in the earlier state only.</summary>
    Removed,

    /// <summary>It is in both, with another value of a property.</summary>
    Changed,

    /// <summary>The account of a member was deactivated: Sentry's lists leave it out, and the membership with its teams stays.</summary>
    Deactivated,
}
