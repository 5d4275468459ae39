namespace SentryAudit.Api.Calls;

/// <summary>What may happen to the order of a list while it is read.</summary>
internal enum ListOrder
{
    /// <summary>
    /// Items stay in order for as long as they exist, for example by id or by the time they were made. What has a known item
    /// in front of it then follows it without a gap.
    /// </summary>
    Holds,

    /// <summary>
    /// An item may change its place, for example by a new name. It can then jump from the pages still to come into those that were read,
    /// so a list of several pages is read until it is proved whole.
    /// </summary>
    Moves,

    /// <summary>Items have no id: they are given as Sentry sends them, and nothing can be proved.</summary>
    Unknown,
}
