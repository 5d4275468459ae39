namespace SentryAudit.SignIn;

/// <summary>Protects the tokens of a kept session from others. May be called from any thread.</summary>
internal interface ISessionProtector
{
    SentrySessionProtection Kind { get; }

    /// <summary>Name of the vault; null without one.</summary>
    string? Vault { get; }

    /// <returns>The text to write into the session's file.</returns>
    /// <exception cref="SentryException">The secret can't be protected, so nothing must be written.</exception>
    string Protect(string name, string secret);

    /// <exception cref="SentryException">The secret can't be read.</exception>
    string Unprotect(string name, string kept);

    /// <summary>Removes a secret that is kept outside the session's file.</summary>
    void Forget(string name);
}
