namespace SentryAudit.SignIn;

/// <summary>Where a session in use is kept.</summary>
internal sealed class KeptSession(SessionStore store, SignedIn session, ISessionProtector protector, string path)
{
    public string Path { get; } = path;

    /// <summary>Keeps other processes from renewing the session until it is disposed of.</summary>
    public Task<FileStream> LockAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        FileLock.AcquireAsync(Path, clock, cancellationToken);

    /// <summary>The tokens as they are kept now, perhaps by another process; null when the session was removed, or replaced by one of another application, whose tokens this one can't renew.</summary>
    public TokenPair? Reload() =>
        store.Find(Path) is { } kept && kept.ClientId == session.ClientId ? SessionStore.OpenSecrets(Path, protector)?.ToPair() : null;

    /// <summary>Tries whether new tokens could be kept, by keeping those that are once more.</summary>
    public void Rehearse(TokenPair tokens) =>
        store.Save(session with { Tokens = tokens }, protector, store.Find(Path)?.SavedAt ?? tokens.IssuedAt);

    /// <summary>Keeps new tokens in place of the old ones.</summary>
    public void Keep(TokenPair tokens) => store.Save(session with { Tokens = tokens }, protector, tokens.IssuedAt);
}
