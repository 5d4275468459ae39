namespace SentryAudit.Sandbox.OAuth;

/// <summary>An authorization code that waits to be redeemed.</summary>
internal sealed record PendingCode(string ClientId, string[] Scopes, string RedirectUri, string? Challenge, DateTimeOffset ExpiresAt);
