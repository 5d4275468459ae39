using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Team;
using SentryAudit.Connecting;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Get-, Test- and Disconnect-: the life of the session's connection.</summary>
public sealed class SessionTests : SessionTest
{
    [Fact]
    public void WithoutAConnectionThereIsNothingToGet() => Assert.Empty(CmdletRunner.Run(new GetSentryConnectionCommand()).Output);

    [Fact]
    public void GetGivesTheConnection()
    {
        Connect();

        Assert.Same(SessionConnection.Current, Assert.Single(CmdletRunner.Run(new GetSentryConnectionCommand()).Output));
    }

    [Fact]
    public void TestIsTrueWhileTheTokenWorksAndFalseAfterwards()
    {
        var token = Server.CreateToken(SandboxTokenKind.User, "org:read");
        Connect(token);
        Assert.Equal([true], CmdletRunner.Run(new TestSentryConnectionCommand()).Output);

        Server.ExpireToken(token);
        var run = CmdletRunner.Run(new TestSentryConnectionCommand());

        run.ShouldSucceed();
        Assert.Equal([false], run.Output);
        Assert.Contains(run.VerboseLines, line => line.Contains("refused the token", StringComparison.Ordinal));
    }

    [Fact]
    public void TestIsTrueForATokenThatMayNotListOrganizations()
    {
        Connect(Server.CreateToken(SandboxTokenKind.User, "member:read"));

        Assert.Equal([true], CmdletRunner.Run(new TestSentryConnectionCommand()).Output);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public void TestIsFalseWhenSentryFails(int status)
    {
        Connect();
        Server.Faults.On("*", Fault.Empty(status));

        Assert.Equal([false], CmdletRunner.Run(new TestSentryConnectionCommand()).Output);
    }

    [Fact]
    public void TestIsFalseWithoutAConnection()
    {
        var run = CmdletRunner.Run(new TestSentryConnectionCommand());

        Assert.Equal([false], run.Output);
        Assert.Contains(run.VerboseLines, line => line.Contains("no Sentry token", StringComparison.Ordinal));
    }

    [Fact]
    public void TestIsFalseForAClosedConnection()
    {
        Connect();
        var closed = SessionConnection.Current;
        CmdletRunner.Run(new DisconnectSentryCommand());

        Assert.Equal([false], CmdletRunner.Run(new TestSentryConnectionCommand { Connection = closed }).Output);
    }

    [Fact]
    public void DisconnectForgetsTheConnection()
    {
        Connect();

        var run = CmdletRunner.Run(new DisconnectSentryCommand());

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Null(SessionConnection.Current);
        Assert.Equal("NoSentryToken", CmdletRunner.Run(new GetSentryMemberCommand()).TerminatingError().ErrorId);
    }

    [Fact]
    public void DisconnectOfAnotherConnectionKeepsTheSessions()
    {
        Connect();
        var other = SessionConnection.Current;
        Connect();
        var mine = SessionConnection.Current;

        CmdletRunner.Run(new DisconnectSentryCommand { Connection = other }).ShouldSucceed();

        Assert.Same(mine, SessionConnection.Current);
        CmdletRunner.Run(new GetSentryTeamCommand()).ShouldSucceed();
    }

    [Fact]
    public void DisconnectTwiceIsNoError()
    {
        Connect();
        CmdletRunner.Run(new DisconnectSentryCommand()).ShouldSucceed();
        CmdletRunner.Run(new DisconnectSentryCommand()).ShouldSucceed();
    }

    [Fact]
    public void UseAfterDisconnectIsAClearError()
    {
        Connect();
        var closed = SessionConnection.Current;
        CmdletRunner.Run(new DisconnectSentryCommand());

        var error = Assert.Single(
            CmdletRunner.Run(new GetSentryTeamCommand { Connection = closed, Organization = [new("acme")] }).AllErrors());

        Assert.Equal("SentryConnectionClosed", error.ErrorId);
        Assert.Contains("Connect-Sentry", error.RecommendedAction, StringComparison.Ordinal);
    }
}
