using System.Text.Json;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Connection;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Connecting;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Secrets;

/// <summary>A whole session, and the token is in nothing that leaves it.</summary>
public sealed class SecretTests : SessionTest
{
    public static TheoryData<SandboxTokenKind> Kinds => [.. Enum.GetValues<SandboxTokenKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_token_is_never_shown(SandboxTokenKind kind)
    {
        var token = Server.CreateToken(kind, "org:admin", "member:admin", "team:admin", "project:admin", "alerts:read");
        List<RecordingPipeline> runs = [Connect(token, null, "PassThru")];
        runs.AddRange(Session());
        Server.Faults.On("*", Fault.Status(400, JsonSerializer.Serialize(new { detail = $"Bad token {token} given" })));
        runs.AddRange(Session());
        Server.Faults.Clear();
        Server.Faults.On("*", Fault.Redirect($"https://elsewhere.example/?token={token}"));
        runs.AddRange(Session());
        Server.Faults.Clear();
        Server.Faults.On("*", Fault.Reset());
        runs.AddRange(Session());
        Server.Faults.Clear();
        Server.ExpireToken(token);
        runs.AddRange(Session());
        runs.Add(Connect(token));

        Assert.Contains(runs, run => run.Output.Count > 0);
        Assert.Contains(runs, run => run.AllErrors().Count > 0);
        Assert.All(runs.SelectMany(Said), text => Assert.DoesNotContain(Core(token), text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sntryu_with space")]
    [InlineData("sntryu_with\nnewline")]
    [InlineData("sntryu_wïth-umlaut")]
    public void A_malformed_token_is_not_quoted_either(string token)
    {
        var run = Connect(token);

        Assert.Equal(SentryErrorCategory.AuthenticationError, run.TerminatingError().Category);
        Assert.Empty(Server.Requests);
        Assert.All(Said(run), text => Assert.DoesNotContain(token[7..], text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_token_travels_in_one_header_only()
    {
        Connect();
        Session();

        Assert.All(Server.Requests, request =>
        {
            Assert.DoesNotContain(Server.Token, request.RawTarget, StringComparison.Ordinal);
            Assert.All(request.Headers, header =>
                Assert.Equal(
                    header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase),
                    header.Value.Contains(Server.Token, StringComparison.Ordinal)));
            Assert.False(request.Headers.ContainsKey("Origin"));
            Assert.StartsWith("SentryAudit/", request.Headers["User-Agent"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_connection_prints_without_the_token()
    {
        Connect();

        var connection = Assert.IsType<SentryConnection>(Assert.Single(CmdletRunner.Run(new GetSentryConnectionCommand()).Output));

        Assert.DoesNotContain(Server.Token, connection.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Core(Server.Token), JsonSerializer.Serialize(connection), StringComparison.Ordinal);
    }

    private static RecordingPipeline[] Session()
    {
        IEnumerable<SentryCmdlet> cmdlets =
        [
            .. Listing.All.Select(listing => listing.Create(null!)),
            new GetSentryConnectionCommand(),
            new TestSentryConnectionCommand(),
            new GetSentryPermissionCommand(),
        ];
        return [.. cmdlets.Select(cmdlet => CmdletRunner.Run(
            cmdlet,
            [.. new[] { "Detailed", "IncludeTeams" }.Where(name => cmdlet.GetType().GetProperty(name) is not null)]))];
    }

    /// <summary>Everything a run said, in every way it could be shown.</summary>
    private static IEnumerable<string> Said(RecordingPipeline run) =>
        [
            .. run.Output.SelectMany(item => new[] { JsonSerializer.Serialize(item, item.GetType()), item.ToString()! }),
            .. run.AllErrors()
                .SelectMany(error =>
                    new[] { error.ToString(), error.RecommendedAction, JsonSerializer.Serialize((error as SentryApiException)?.Detail) }
                ),
            .. run.Errors.Select(error => error.Target?.ToString() ?? ""),
            .. run.Warnings,
            .. run.VerboseLines,
            .. run.ProgressStates.Select(state => state.ToString()),
        ];

    /// <summary>The part of a token that must stay secret.</summary>
    private static string Core(string token) => token[(token.LastIndexOf('_') + 1)..];
}
