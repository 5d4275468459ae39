namespace SentryAudit.Sandbox.OAuth;

/// <summary>What is to change; null stays as it is.</summary>
internal sealed record OAuthOrder(
    double? TokenSeconds = null,
    double? CodeSeconds = null,
    double? PollSeconds = null,
    double? LatencySeconds = null,
    bool? HasDeviceFlow = null,
    bool? ApprovesByItself = null,
    bool ExpireTokens = false)
{
    public void Apply(SandboxOAuth oauth)
    {
        oauth.TokenLifetime = Span(TokenSeconds) ?? oauth.TokenLifetime;
        oauth.CodeLifetime = Span(CodeSeconds) ?? oauth.CodeLifetime;
        oauth.PollInterval = Span(PollSeconds) ?? oauth.PollInterval;
        oauth.TokenLatency = Span(LatencySeconds) ?? oauth.TokenLatency;
        oauth.ApprovesByItself = ApprovesByItself ?? oauth.ApprovesByItself;
        oauth.HasDeviceFlow = HasDeviceFlow ?? oauth.HasDeviceFlow;
    }

    private static TimeSpan? Span(double? seconds) => seconds is { } count ? TimeSpan.FromSeconds(count) : null;
}
