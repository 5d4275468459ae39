namespace SentryAudit.Sandbox.OAuth;

/// <summary>All the tokens that one sign-in led to; only the newest pair works.</summary>
internal sealed class TokenFamily
{
    public required string ClientId { get; init; }
    public required string[] Scopes { get; init; }
    public string Access { get; set; } = "";
    public string Refresh { get; set; } = "";
    public bool Revoked { get; set; }
}
