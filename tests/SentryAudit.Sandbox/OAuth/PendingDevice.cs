namespace SentryAudit.Sandbox.OAuth;

/// <summary>A device code and what its user decided.</summary>
internal sealed class PendingDevice
{
    public required string UserCode { get; init; }
    public required string ClientId { get; init; }
    public required string[] Scopes { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastPoll { get; set; }

    /// <summary>Null while nobody has decided.</summary>
    public bool? Approved { get; set; }
}
