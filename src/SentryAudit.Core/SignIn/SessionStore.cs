using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SentryAudit.Common.Files;
using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>The sessions kept on this machine: a folder with a file for each Sentry and account.</summary>
/// <param name="folder">May not exist yet.</param>
/// <param name="protectors">Finds what opens the tokens, by kind and vault.</param>
internal sealed class SessionStore(string folder, Func<SentrySessionProtection, string?, ISessionProtector> protectors)
{
    private const string Extension = ".session.json";

    public string Folder { get; } = folder;

    /// <summary>All sessions, without opening their tokens.</summary>
    /// <exception cref="SentryException">One of them can't be read.</exception>
    public IReadOnlyList<SentrySession> List() => [.. Paths().Select(Find).OfType<SentrySession>()];

    /// <summary>The files of the sessions.</summary>
    /// <exception cref="SentryException">The folder can't be read.</exception>
    public IReadOnlyList<string> Paths() =>
        Guard<string[]>(Folder, () =>
            Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*" + Extension).Order(StringComparer.Ordinal)] : []);

    /// <summary>The session in a file; null when it is gone.</summary>
    /// <exception cref="SentryException">It can't be read.</exception>
    public SentrySession? Find(string path) => Read(path)?.ToModel(path);

    /// <summary>Where the session of an account at a Sentry lies, whether or not there is one.</summary>
    public string PathOf(Uri baseUri, string account)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{baseUri.AbsoluteUri}\n{account.ToLowerInvariant()}"));
        var host = string.Concat(
            baseUri.IdnHost.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '_'));
        return Path.Combine(Folder, $"{host}-{Convert.ToHexString(key)[..16].ToLower(CultureInfo.InvariantCulture)}{Extension}");
    }

    /// <summary>Keeps a new sign-in once nobody renews an earlier one of the same account: the tokens of that would replace it.</summary>
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
    public KeptSession Save(SignedIn session, ISessionProtector protector, DateTimeOffset now) => Guard(Folder, () =>
    {
        var path = PathOf(session.BaseUri, session.Account);
        OwnerOnly.CreateFolder(Folder);
        var record = new SessionRecord
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
            Secret = protector.Protect(SecretName(path), SessionSecrets.Write(session)),
        };
        OwnerOnly.Write(path, JsonSerializer.SerializeToUtf8Bytes(record, WireSignInJson.Default.SessionRecord));
        return new KeptSession(this, session, protector, path);
    });

    /// <summary>Opens the tokens of a session.</summary>
    public OpenSession Open(SentrySession session)
    {
        var protector = protectors(session.Protection, session.Vault);
        var secrets = OpenSecrets(session.Path, protector) ?? throw Unreadable(session.Path, "it is gone");
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

    /// <summary>Removes a session once nobody renews it: a renewal on its way would bring it back.</summary>
    public async Task RemoveAsync(SentrySession session, TimeProvider clock, CancellationToken cancellationToken)
    {
        using (await FileLock.AcquireAsync(session.Path, clock, cancellationToken).ConfigureAwait(false))
        {
            protectors(session.Protection, session.Vault).Forget(SecretName(session.Path));
            Delete(session.Path);
        }

        Delete(FileLock.PathOf(session.Path));
    }

    /// <summary>The tokens as they are kept now; null when the session was removed.</summary>
    internal static SessionSecrets? OpenSecrets(string path, ISessionProtector protector)
    {
        if (Read(path) is not { } record)
        {
            return null;
        }

        try
        {
            return SessionSecrets.Read(protector.Unprotect(SecretName(path), record.Secret ?? ""));
        }
        catch (JsonException fault)
        {
            throw Unreadable(path, "its tokens are no tokens", fault);
        }
    }

    private static SessionRecord? Read(string path) => Guard(path, () =>
    {
        if (!File.Exists(path))
        {
            return null;
        }

            if (OwnerOnly.IsExposed(path))
            {
                throw new SentryException(
                    "SentrySessionExposed",
                    SentryErrorCategory.SecurityError,
                    $"{path} can be read by others, so what it holds is not used.",
                    "If nobody did, take their permissions away (chmod 600); else revoke the application in Sentry (User settings > Authorized applications) and delete the file."
                );
            }

            var record = JsonSerializer.Deserialize(OwnerOnly.Read(path), WireSignInJson.Default.SessionRecord);
            return
                record is { Version: SessionRecord.CurrentVersion, Account: not null, ClientId: not null }
                && Uri.TryCreate(record.BaseUri, UriKind.Absolute, out _)
                ? record
                : throw Unreadable(path, "it is of another version, or incomplete");
        });

    private static void Delete(string path) => Guard(path, () =>
    {
        File.Delete(path);
        return true;
    });

    private static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unreadable(path, fault.Message.TrimEnd('.'), fault);
        }
    }

    private static string SecretName(string path) => "SentryAudit-" + Path.GetFileName(path)[..^Extension.Length];

    private static SentryException Unreadable(string path, string reason, Exception? inner = null) =>
        new(
            "SentrySessionUnusable",
            SentryErrorCategory.InvalidData,
            $"The session in {path} can't be used: {reason}.",
            "Mend or delete the file, then sign in again with -Persist.",
            inner);
}
