namespace SentryAudit.Transport.Retrying;

/// <summary>Why an attempt failed, and whether another attempt makes sense.</summary>
/// <param name="Error">The error to end with if there is no other attempt.</param>
/// <param name="Outcome">A few words or a status, for verbose output.</param>
internal sealed record AttemptFault(SentryApiException Error, string Outcome)
{
    /// <summary>Why to try again, as a sentence without its full stop; null if a retry would be useless or unsafe.</summary>
    public string? RetryReason { get; init; }

    /// <summary>How long to wait first; null for the exponential backoff.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Whether not even a connection was made, so that other requests to this host will fare no better.</summary>
    public bool IsHostGone { get; init; }

    /// <summary>Whether Sentry broke down over this request: a second attempt may pass, more are useless.</summary>
    public bool IsBreakdown => Error.Status is 500;
}
