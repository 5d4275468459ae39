namespace SentryAudit.SignIn;

/// <summary>No protection except the permissions of the file: only its owner can read it, and it is not encrypted.</summary>
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
