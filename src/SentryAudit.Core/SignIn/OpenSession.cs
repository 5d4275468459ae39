namespace SentryAudit.SignIn;

/// <summary>A session in use.</summary>
/// <param name="Kept">Where it is kept on this machine; null for one that ends with the process.</param>
internal sealed record OpenSession(SignedIn SignedIn, KeptSession? Kept);
