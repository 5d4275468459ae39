namespace SentryAudit.Api.Wire;

/// <summary>The answer at <c>/api/0/</c>: who the token is.</summary>
internal sealed class WireIndex
{
    public WireAuth? Auth { get; init; }

    public WireUser? User { get; init; }

    internal sealed class WireAuth
    {
        public string[]? Scopes { get; init; }
    }
}
