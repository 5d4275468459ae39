namespace SentryAudit.Requests;

/// <summary>What Sentry made of the wish to put somebody on a team.</summary>
internal enum TeamJoin
{
    /// <summary>On the team now.</summary>
    Joined,

    /// <summary>Was on it already.</summary>
    WasThere,

    /// <summary>Not on the team: somebody has to approve it.</summary>
    Requested,
}
