namespace SentryAudit.SignIn;

/// <summary>How the tokens of a kept session are protected from others. May be called from any thread.</summary>
internal interface ISessionProtector
{
    SentrySessionProtection Kind { get; }

    /// <summary>Name of the vault; null where there is none.</summary>
    string? Vault { get; }

    /// <returns>What to write into the session's file.</returns>
    /// <exception cref="SentryException">It can't be protected, so nothing may be written.</exception>
    string Protect(string name, string secret);

    /// <exception cref="SentryException">It can't be read.</exception>
    string Unprotect(string name, string kept);

    /// <summary>Removes what is kept outside the session's file.</summary>
    void Forget(string name);
}
