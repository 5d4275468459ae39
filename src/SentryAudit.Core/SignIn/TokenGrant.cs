namespace SentryAudit.SignIn;

/// <summary>What Sentry grants when somebody has signed in.</summary>
/// <param name="Account">E-mail address of who signed in, or their id; null when Sentry did not tell.</param>
/// <param name="Scopes">What was granted, which may be less than was asked for; null when Sentry did not tell: all that was asked for (RFC 6749, section 5.1).</param>
internal sealed record TokenGrant(TokenPair Tokens, string? Account, IReadOnlyList<string>? Scopes);
