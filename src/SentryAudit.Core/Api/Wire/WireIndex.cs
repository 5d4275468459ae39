namespace SentryAudit.Api.Wire;

/// <summary>The answer at <c>/api/0/</c>: who the token is.</summary>
internal sealed class WireIndex
{
    public WireAuth? Auth { get; set; }

    public WireUser? User { get; set; }

    internal sealed class WireAuth
    {
        public string[]? Scopes { get; set; }
    }
}
