using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Get-, Test- and Disconnect-: the life of the session's connection.</summary>
public sealed class SessionTests : SessionTest
{
    [Fact]
    public void Without_a_connection_there_is_nothing_to_get() => Assert.Empty(CmdletRunner.Run(new GetSentryConnectionCommand()).Output);

    [Fact]
    public void Get_returns_the_connection()
    {
        Connect();

        Assert.Same(Current, Assert.Single(CmdletRunner.Run(new GetSentryConnectionCommand()).Output));
    }

    [Fact]
    public void Test_is_true_while_the_token_works_and_false_afterwards()
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
    public void Test_is_true_for_a_token_that_may_not_list_organizations()
    {
        Connect(Server.CreateToken(SandboxTokenKind.User, "member:read"));

        Assert.Equal([true], CmdletRunner.Run(new TestSentryConnectionCommand()).Output);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public void Test_is_false_when_Sentry_fails(int status)
    {
        Connect();
        Server.Faults.On("*", Fault.Empty(status));

        Assert.Equal([false], CmdletRunner.Run(new TestSentryConnectionCommand()).Output);
    }

    [Fact]
    public void Test_is_false_without_a_connection()
    {
        var run = CmdletRunner.Run(new TestSentryConnectionCommand());

        Assert.Equal([false], run.Output);
        Assert.Contains(run.VerboseLines, line => line.Contains("no Sentry token", StringComparison.Ordinal));
    }

    [Fact]
    public void Test_is_false_for_a_closed_connection()
    {
        Connect();
        var closed = Current;
        CmdletRunner.Run(new DisconnectSentryCommand());

        Assert.Equal([false], CmdletRunner.Run(new TestSentryConnectionCommand { Connection = closed }).Output);
    }

    [Fact]
    public void Disconnect_forgets_the_connection()
    {
        Connect();

        var run = CmdletRunner.Run(new DisconnectSentryCommand());

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Null(Current);
        Assert.Equal("NoSentryToken", CmdletRunner.Run(new GetSentryMemberCommand()).TerminatingError().ErrorId);
    }

    [Fact]
    public void Disconnect_of_another_connection_keeps_the_sessions()
    {
        Connect();
        var other = Current;
        Connect();
        var mine = Current;

        CmdletRunner.Run(new DisconnectSentryCommand { Connection = other }).ShouldSucceed();

        Assert.Same(mine, Current);
        CmdletRunner.Run(new GetSentryTeamCommand()).ShouldSucceed();
    }

    [Fact]
    public void Disconnect_twice_is_no_error()
    {
        Connect();
        CmdletRunner.Run(new DisconnectSentryCommand()).ShouldSucceed();
        CmdletRunner.Run(new DisconnectSentryCommand()).ShouldSucceed();
    }

    [Fact]
    public void Use_after_disconnect_is_a_clear_error()
    {
        Connect();
        var closed = Current;
        CmdletRunner.Run(new DisconnectSentryCommand());

        var error = Assert.Single(
            CmdletRunner.Run(new GetSentryTeamCommand { Connection = closed, Organization = [new("acme")] }).AllErrors());

        Assert.Equal("SentryConnectionClosed", error.ErrorId);
        Assert.Contains("Connect-Sentry", error.RecommendedAction, StringComparison.Ordinal);
    }
}
