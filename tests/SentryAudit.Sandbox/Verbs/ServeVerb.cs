namespace SentryAudit.Sandbox.Verbs;

/// <summary>Runs the sandbox until it is stopped, and says where it is and which token it takes.</summary>
internal sealed class ServeVerb : IVerb
{
    public string Name => "serve";

    public string Summary => "run a Sentry on loopback until Ctrl+C";

    public string Usage =>
        "usage: sandbox serve [options]\n" + ServeArguments.Help + $"\nSigning in works with the client id {SandboxOAuth.ClientId}.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        await using var server = await SandboxServer.StartAsync(ServeArguments.Parse(arguments), cancellationToken);
        await output.WriteLineAsync($"SENTRY_URL={server.BaseUri}");
        await output.WriteLineAsync($"SENTRY_AUTH_TOKEN={server.Token}");
        await output.FlushAsync(cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }
}
