using System.Text.Json;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>Whole sessions of sign-ins, and no token, code or verifier is in anything that leaves them.</summary>
public sealed class SignInSecretTests : SignInTest
{
    [Fact]
    public void Nothing_secret_is_shown()
    {
        List<RecordingPipeline> runs = [SignInByDevice(null, "Persist", "PassThru"), .. Session()];
        ExpireAll();
        runs.AddRange([.. Session(), SignInByBrowser(null, "PassThru"), .. Session()]);
        CmdletRunner.Run(new DisconnectSentryCommand());
        runs.AddRange([
            CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri }),
            .. Session(),
            SignInByDevice(new ConnectSentryCommand { ClientId = "nobody" }),
        ]);
        Decision = "deny";
        runs.AddRange([SignInByDevice(), SignInByBrowser()]);

        Assert.True(Server.OAuth.Secrets.Count >= 10);
        Assert.Contains(runs, run => run.Terminated is not null);
        var said = string.Join('\n', runs.SelectMany(Said));
        Assert.All(Server.OAuth.Secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        Assert.All(Server.Requests, request =>
            Assert.All(Server.OAuth.Secrets, secret => Assert.DoesNotContain(secret, request.RawTarget, StringComparison.Ordinal)));
        Assert.All(Opened, page =>
            Assert.All(Server.OAuth.Secrets, secret => Assert.DoesNotContain(secret, page.AbsoluteUri, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_file_but_that_of_the_session_holds_a_secret()
    {
        SignInByDevice(null, "Persist");
        ExpireAll();
        Session();

        var files = Directory
            .EnumerateFiles(Home, "*", SearchOption.AllDirectories)
            .Where(path => Server.OAuth.Secrets.Any(secret => File.ReadAllText(path).Contains(secret, StringComparison.Ordinal)));

        Assert.All(files, path => Assert.EndsWith(".session.json", path, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(Home, "*", SearchOption.AllDirectories), path =>
            path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static RecordingPipeline[] Session()
    {
        SentryCmdlet[] cmdlets =
        [
            new GetSentryMemberCommand { Organization = [new("acme")] },
            new GetSentryConnectionCommand(),
            new GetSentrySessionCommand(),
            new TestSentryConnectionCommand(),
            new GetSentryPermissionCommand(),
        ];
        return [.. cmdlets.Select(cmdlet => CmdletRunner.Run(cmdlet))];
    }

    /// <summary>Everything a run said, in every way it could be shown.</summary>
    private static IEnumerable<string> Said(RecordingPipeline run) =>
        [
            .. run.Output.SelectMany(item => new[] { JsonSerializer.Serialize(item, item.GetType()), item.ToString()! }),
            .. run
                .Errors.Append(run.Terminated ?? default)
                .Where(error => error.Exception is not null)
                .SelectMany(error => new[] { error.Exception.ToString(), error.Exception.RecommendedAction, $"{error.Target}" }),
            .. run.Warnings,
            .. run.VerboseLines,
            .. run.Told,
            .. run.ProgressStates.Select(state => state.ToString()),
        ];
}
