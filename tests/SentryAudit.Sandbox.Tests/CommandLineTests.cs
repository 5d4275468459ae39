using SentryAudit.Sandbox.Verbs;

namespace SentryAudit.Sandbox.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Say what to do.")]
    [InlineData("'dance' is not something the sandbox does.", "dance")]
    [InlineData("'--fast' is not an option of serve.", "serve", "--fast")]
    [InlineData("--members needs a whole number of at least 1.", "serve", "--members", "0")]
    [InlineData("--port needs a whole number of at least 0.", "serve", "--port")]
    public async Task What_is_not_understood_is_reported_and_ends_with_code_2(string message, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("usage: sandbox <verb>", "--help")]
    [InlineData("usage: sandbox serve", "serve", "--help")]
    public async Task Help_is_shown(string start, params string[] arguments)
    {
        var (code, output, _) = await RunAsync(arguments);

        Assert.Equal(0, code);
        Assert.StartsWith(start, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_read()
    {
        var options = ServeArguments.Parse(
        [
            "--members", "7", "--self-hosted", "--legacy-alerts", "--no-rate-limits", "--latency-ms", "20", "--seed", "9",
            "--organizations", "3", "--issues", "1", "--events-per-issue", "2", "--project-users", "4", "--audit-log-entries", "5",
        ]);

        Assert.Equal((7, 9, 3, TimeSpan.FromMilliseconds(20)), (options.Members, options.Seed, options.Organizations, options.Latency));
        Assert.True(options is { Issues: 1, EventsPerIssue: 2, ProjectUsers: 4, AuditLogEntries: 5 });
        Assert.True(options is { SelfHosted: true, LegacyAlertsOnly: true, RateLimits: false });
    }

    [Fact]
    public async Task Serve_says_where_it_listens_and_stops_on_request()
    {
        using var output = new StringWriter();
        using var stop = new CancellationTokenSource();
        var serving = new ServeVerb().RunAsync(["--members", "2"], output, stop.Token);
        while (!output.ToString().Contains("SENTRY_AUTH_TOKEN=sntryu_", StringComparison.Ordinal))
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        Assert.Equal(0, await serving);
        Assert.StartsWith("SENTRY_URL=http://127.0.0.1:", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await Command.RunAsync(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
