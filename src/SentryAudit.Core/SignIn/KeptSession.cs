namespace SentryAudit.SignIn;

/// <summary>A session in use and the file in which it is kept.</summary>
internal sealed class KeptSession(SessionStore store, SignedIn session, ISessionProtector protector, string path)
{
    public string Path { get; } = path;

    /// <summary>Prevents other processes from renewing the session until the lock is disposed.</summary>
    public Task<FileStream> LockAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        FileLock.AcquireAsync(Path, clock, cancellationToken);

    /// <summary>
    /// The tokens as they are kept now, perhaps by another process; null if the session was removed, or replaced by one of another
    /// application, whose tokens this one can't renew.
    /// </summary>
    public TokenPair? Reload() =>
        store.Find(Path) is { } kept && kept.ClientId == session.ClientId ? SessionFile.ReadSecrets(Path, protector)?.ToPair() : null;

    /// <summary>Checks whether new tokens could be kept, by writing the present ones again.</summary>
    public void Rehearse(TokenPair tokens) =>
        store.Save(session with { Tokens = tokens }, protector, store.Find(Path)?.SavedAt ?? tokens.IssuedAt);

    /// <summary>Keeps new tokens in place of the old ones.</summary>
    public void Keep(TokenPair tokens) => store.Save(session with { Tokens = tokens }, protector, tokens.IssuedAt);
}
