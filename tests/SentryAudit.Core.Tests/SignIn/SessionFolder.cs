using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>A folder of kept sessions that ends with its test, and a protection that can be seen and can fail.</summary>
internal sealed class SessionFolder : IDisposable, ISessionProtector
{
    public SessionFolder() => Store = new SessionStore(System.IO.Path.Combine(Path, "sessions"), (_, _) => this);

    public string Path { get; } = Directory.CreateTempSubdirectory("sentryaudit-sessions").FullName;

    public SessionStore Store { get; }

    public SentrySessionProtection Kind => SentrySessionProtection.Vault;

    public string? Vault => "my vault";

    /// <summary>What happens on the way to the file.</summary>
    public Action OnProtect { get; set; } = () => { };

    public List<string> Forgotten { get; } = [];

    public OpenSession Keep(SignedIn session) => new(session, Store.Save(session, this, session.Tokens.IssuedAt));

    public string Protect(string name, string secret)
    {
        OnProtect();
        return Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(secret));
    }

    public string Unprotect(string name, string kept) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(kept));

    public void Forget(string name) => Forgotten.Add(name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
