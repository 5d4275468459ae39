namespace SentryAudit.Transport.Retrying;

/// <summary>A failed attempt: what it means when it stays so, and whether another attempt makes sense.</summary>
/// <param name="Fault">The error to end with.</param>
/// <param name="Outcome">A word or a status for verbose output.</param>
internal sealed record Setback(SentryApiException Fault, string Outcome)
{
    /// <summary>Why to try again, as a sentence without its full stop; null when that is pointless or unsafe.</summary>
    public string? RetryReason { get; init; }

    /// <summary>How long to wait first; null leaves it to the exponential backoff.</summary>
    public TimeSpan? Wait { get; init; }
}
