namespace SentryAudit.SignIn;

/// <summary>Nothing but the permissions of the file: readable by its owner only, not encrypted.</summary>
internal sealed class OwnerOnlyProtector : ISessionProtector
{
    public SentrySessionProtection Kind => SentrySessionProtection.OwnerOnlyFile;

    public string? Vault => null;

    public string Protect(string name, string secret) => secret;

    public string Unprotect(string name, string kept) => kept;

    public void Forget(string name)
    {
    }
}
