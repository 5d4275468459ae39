namespace SentryAudit.Requests;

/// <summary>The result of a request to add a member to a team.</summary>
internal enum TeamJoin
{
    /// <summary>The member joined the team.</summary>
    Joined,

    /// <summary>The member was on the team already.</summary>
    WasThere,

    /// <summary>The member is not on the team yet: somebody must approve it.</summary>
    Requested,
}
