using SentryAudit.Commands.Connection;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>
/// A test that begins and ends without a connection, with an empty home folder and without settings of Sentry in the
/// environment.
/// </summary>
[Collection(SessionCollection.Name)]
public abstract class SessionTest : IAsyncLifetime
{
    private static readonly string[] Variables =
    [
        "SENTRY_AUTH_TOKEN",
        "SENTRY_URL",
        "SENTRY_ORG",
        "SENTRY_INVENTORY",
        "SENTRY_CLIENT_ID",
        "SENTRY_SESSION_STORE",
        "XDG_CONFIG_HOME",
        "HOME",
    ];
    private readonly Dictionary<string, string?> _environment = Variables.ToDictionary(
        name => name,
        Environment.GetEnvironmentVariable,
        StringComparer.Ordinal);

    private readonly EngineSession _session = EngineSession.Own = new EngineSession();

    protected SandboxServer Server { get; private set; } = null!;

    /// <summary>The session's connection, when it has one.</summary>
    private protected SentryConnection Current => _session.Connection!;

    protected string Home { get; } = Directory.CreateTempSubdirectory("sentryaudit-home").FullName;

    protected string Inventories => Path.Combine(Home, "inventory");

    public async Task InitializeAsync()
    {
        foreach (var name in Variables)
        {
            Environment.SetEnvironmentVariable(
                name,
                name switch
                {
                    "HOME" => Home,
                    "SENTRY_INVENTORY" => Inventories,
                    "SENTRY_SESSION_STORE" => Path.Combine(Home, "sessions"),
                    _ => null,
                }
            );
        }

        Server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Members = 6, PendingInvites = 1 });
    }

    public async Task DisposeAsync()
    {
        _session.Connection?.Transport.Dispose();
        _session.Connection = null;
        EngineSession.Own = null;
        foreach (var (name, value) in _environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Directory.Delete(Home, recursive: true);
        await Server.DisposeAsync();
    }

    private protected RecordingPipeline Connect(string? token = null, Uri? uri = null, params string[] switches) =>
        CmdletRunner.Run(
            new ConnectSentryCommand
            {
                Token = (token ?? Server.Token).Secure(),
                Uri = uri ?? Server.BaseUri,
                MaximumRetryCount = 0,
                TimeoutSec = 10,
            },
            switches);
}
