namespace SentryAudit.SignIn;

/// <summary>A session in use.</summary>
/// <param name="SignedIn">The sign-in.</param>
/// <param name="Kept">Where it is kept on this machine; null if it is not kept and ends with the process.</param>
internal sealed record OpenSession(SignedIn SignedIn, KeptSession? Kept);
