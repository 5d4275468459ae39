using SentryAudit.SignIn;

namespace SentryAudit.Connecting;

/// <summary>Keeps tokens in a secret vault. The file of the session has only the name of the secret.</summary>
internal sealed class VaultProtector(string vault) : ISessionProtector
{
    public SentrySessionProtection Kind => SentrySessionProtection.Vault;

    public string? Vault => vault;

    public string Protect(string name, string secret)
    {
        SecretVault.Set(vault, name, secret);
        return name;
    }

    public string Unprotect(string name, string kept) => SecretVault.Get(vault, name);

    public void Forget(string name) => SecretVault.Remove(vault, name);
}
