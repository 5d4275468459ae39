using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SentryAudit.Common.Files;
using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>The sessions that are kept on this machine: a folder with a file for each Sentry and account.</summary>
/// <param name="folder">The folder; it need not exist yet.</param>
/// <param name="protectors">Finds what can read the tokens, by kind and vault.</param>
internal sealed class SessionStore(string folder, Func<SentrySessionProtection, string?, ISessionProtector> protectors)
{
    public string Folder { get; } = folder;

    /// <summary>All sessions, without their tokens.</summary>
    /// <exception cref="SentryException">One of them can't be read.</exception>
    public IReadOnlyList<SentrySession> List() => [.. Paths().Select(Find).OfType<SentrySession>()];

    /// <summary>The files of the sessions.</summary>
    /// <exception cref="SentryException">The folder can't be read.</exception>
    public IReadOnlyList<string> Paths() =>
        SessionFile.Guard<string[]>(Folder, () =>
            Directory.Exists(Folder)
                ? [.. Directory.EnumerateFiles(Folder, "*" + SessionFile.Extension).Order(StringComparer.Ordinal)]
                : []);

    /// <summary>The session in a file; null if it does not exist.</summary>
    /// <exception cref="SentryException">It can't be read.</exception>
    public SentrySession? Find(string path) => SessionFile.Read(path)?.ToModel(path);

    /// <summary>The path of the session of an account at a Sentry, whether or not it exists.</summary>
    public string PathOf(Uri baseUri, string account)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{baseUri.AbsoluteUri}\n{account.ToLowerInvariant()}"));
        var host = string.Concat(
            baseUri.IdnHost.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '_'));
        var name = $"{host}-{Convert.ToHexString(key)[..16].ToLower(CultureInfo.InvariantCulture)}";
        return Path.Combine(Folder, name + SessionFile.Extension);
    }

    /// <summary>
    /// Keeps a new sign-in. It waits until nobody renews an earlier session of the same account, whose tokens would replace the new ones.
    /// </summary>
    public async Task<KeptSession> SaveAsync(
        SignedIn session,
        ISessionProtector protector,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        using var held = await FileLock
            .AcquireAsync(PathOf(session.BaseUri, session.Account), clock, cancellationToken).ConfigureAwait(false);
        return Save(session, protector, clock.GetUtcNow());
    }

    /// <summary>Keeps a session in place of an earlier one of the same account.</summary>
    public KeptSession Save(SignedIn session, ISessionProtector protector, DateTimeOffset now) => SessionFile.Guard(Folder, () =>
    {
        var path = PathOf(session.BaseUri, session.Account);
        OwnerOnly.CreateFolder(Folder);
        SessionFile.Write(path, new SessionRecord
        {
            BaseUri = session.BaseUri.AbsoluteUri,
            Account = session.Account,
            ClientId = session.ClientId,
            Scopes = [.. session.Scopes],
            IssuedAt = session.Tokens.IssuedAt,
            ExpiresAt = session.Tokens.ExpiresAt,
            SavedAt = now,
            Protection = protector.Kind.ToString(),
            Vault = protector.Vault,
            Secret = protector.Protect(SessionFile.SecretName(path), SessionSecrets.Write(session)),
        });
        return new KeptSession(this, session, protector, path);
    });

    /// <summary>Reads the tokens of a session.</summary>
    public OpenSession Open(SentrySession session)
    {
        var protector = protectors(session.Protection, session.Vault);
        var secrets = SessionFile.ReadSecrets(session.Path, protector)
            ?? throw SessionFile.Unusable(session.Path, "it does not exist any more");
        var signedIn = new SignedIn
        {
            BaseUri = session.BaseUri,
            Account = session.Account,
            ClientId = session.ClientId,
            ClientSecret = secrets.ClientSecret is { } secret ? new SecretText(secret) : null,
            Scopes = session.Scopes,
            Tokens = secrets.ToPair(),
        };
        return new OpenSession(signedIn, new KeptSession(this, signedIn, protector, session.Path));
    }

    /// <summary>Removes a session. It waits until nobody renews it, since a renewal would write the file again.</summary>
    public async Task RemoveAsync(SentrySession session, TimeProvider clock, CancellationToken cancellationToken)
    {
        using (await FileLock.AcquireAsync(session.Path, clock, cancellationToken).ConfigureAwait(false))
        {
            protectors(session.Protection, session.Vault).Forget(SessionFile.SecretName(session.Path));
            SessionFile.Delete(session.Path);
        }

        SessionFile.Delete(FileLock.PathOf(session.Path));
    }
}
