using System.Text;
using SentryAudit.Common.Text;
using SentryAudit.Connections;
using SentryAudit.Fuzzing.Tests.Mutating;
using SentryAudit.SignIn;

namespace SentryAudit.Fuzzing.Tests.Storing;

/// <summary>Changes the file of a kept session and a <c>.sentryclirc</c>, reads them, and judges what comes of it.</summary>
internal sealed class SettingsFuzzer : IDisposable
{
    private static readonly Uri Sentry = new("https://sentry.example/");

    private static readonly byte[] Settings = Encoding.UTF8.GetBytes(
        "[auth]\ntoken=sntryu_0f5c1d7e\n\n[defaults]\nurl = https://sentry.example/\norg = acme\n; a comment\n");

    private readonly string _folder = Directory.CreateTempSubdirectory("sentryaudit-fuzz").FullName;
    private readonly SessionStore _store;
    private readonly string _session;
    private readonly byte[] _whole;

    public SettingsFuzzer()
    {
        _store = new SessionStore(Path.Combine(_folder, "sessions"), static (_, _) => new OwnerOnlyProtector());
        var signedIn = new SignedIn
        {
            BaseUri = Sentry,
            Account = "ada@acme.example",
            ClientId = "0f5c",
            Scopes = ["org:read"],
            Tokens = new TokenPair(new SecretText("access"), new SecretText("refresh"), DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue),
        };
        _store.Save(signedIn, new OwnerOnlyProtector(), DateTimeOffset.UnixEpoch);
        _session = _store.PathOf(Sentry, signedIn.Account);
        _whole = File.ReadAllBytes(_session);
    }

    /// <summary>Makes one change in each of the two files.</summary>
    /// <returns>What is wrong with what came of it.</returns>
    public IEnumerable<string> Try(int number)
    {
        var random = new Random(number);
        var session = new Mutator(random).Mutate(_whole);
        File.WriteAllBytes(_session, session.Body);
        var settings = new Mutator(random).Mutate(Settings, isText: false);
        File.WriteAllBytes(Path.Combine(_folder, SentryCliFile.Name), settings.Body);
        return new[]
        {
            Fault(() => _store.List().Select(_store.Open).ToArray()) is { } one ? $"#{number} session, {session}: {one}" : null,
            Fault(() => SentryCliFile.FindHome(_folder)) is { } two ? $"#{number} settings, {settings}: {two}" : null,
        }.OfType<string>();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Exception? Fault(Func<object?> read)
    {
        try
        {
            read();
            return null;
        }
        catch (SentryException)
        {
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
