using SentryAudit.Cmdlets;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>One change in a sandbox of its own.</summary>
internal sealed class Trial(Change change, SandboxServer server, SentryConnection connection) : IAsyncDisposable
{
    private readonly string _target = change.Target(server.Estate.Organizations[0]);

    public Change Change => change;

    public SandboxServer Server => server;

    /// <summary>What is to be changed, before anything ran.</summary>
    public string? Before { get; } = change.State(server.Estate.Organizations[0], change.Target(server.Estate.Organizations[0]));

    public string? Now => change.State(server.Estate.Organizations[0], _target);

    public LoggedRequest[] Writes => server.Requests.Writes();

    /// <param name="scopes">What the token may do; everything when none is named.</param>
    public static async Task<Trial> StartAsync(string name, params string[] scopes)
    {
        var change = Changes.Of(name);
        var server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, LegacyAlertsOnly = change.IsLegacy });
        var token = scopes.Length > 0 ? server.CreateToken(SandboxTokenKind.User, scopes) : null;
        var connection = await server.ConnectAsync(token, retries: 0);
        server.Requests.Clear();
        return new Trial(change, server, connection);
    }

    public void Strike(Fault fault) => server.Faults.On(change.Write, fault);

    public RecordingPipeline Run() => Run(new RecordingPipeline());

    public RecordingPipeline Run(RecordingPipeline pipeline) => CmdletRunner.Run(Create(), pipeline, change.Switches);

    public RecordingPipeline Pipe(IEnumerable<object> input) => CmdletRunner.Pipe(input, Create(), change.Switches);

    public async ValueTask DisposeAsync()
    {
        connection.Transport.Dispose();
        await server.DisposeAsync();
    }

    private SentryOrganizationCmdlet Create()
    {
        var cmdlet = change.Create(_target);
        cmdlet.Connection = connection;
        return cmdlet;
    }
}
