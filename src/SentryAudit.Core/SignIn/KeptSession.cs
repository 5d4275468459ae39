namespace SentryAudit.SignIn;

/// <summary>Where a session in use is kept.</summary>
internal sealed class KeptSession(SessionStore store, SignedIn session, ISessionProtector protector, string path)
{
    public string Path { get; } = path;

    /// <summary>Keeps other processes from renewing the session until it is disposed of.</summary>
    public Task<FileStream> LockAsync(TimeProvider clock, CancellationToken cancellationToken) => FileLock.AcquireAsync(Path, clock, cancellationToken);

    /// <summary>The tokens as they are kept now, perhaps by another process; null when the session was removed.</summary>
    public TokenPair? Reload() => SessionStore.OpenSecrets(Path, protector)?.ToPair();

    /// <summary>Keeps new tokens in place of the old ones.</summary>
    public void Keep(TokenPair tokens) => store.Save(session with { Tokens = tokens }, protector, tokens.IssuedAt);
}
