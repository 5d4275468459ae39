namespace SentryAudit.Sandbox.Access;

/// <summary>A token somebody may send.</summary>
internal sealed class SandboxToken
{
    public required string Value { get; init; }
    public required SandboxTokenKind Kind { get; init; }
    public required IReadOnlySet<string> Scopes { get; init; }

    /// <summary>The person it acts for; null for organization tokens and integrations.</summary>
    public SandboxUser? User { get; init; }

    /// <summary>The one organization it is good for; null when it is not bound.</summary>
    public SandboxOrganization? BoundTo { get; init; }

    public bool Expired { get; set; }

    /// <summary>Rate limits count callers, not tokens: a second token of the same person does not help.</summary>
    public string Caller => User?.Id ?? $"{Kind}:{BoundTo?.Id}";
}
