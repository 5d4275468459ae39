using SentryAudit.Commands.Member;
using SentryAudit.Commands.Team;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Without Connect-Sentry a cmdlet connects by itself, from the environment or from a settings file.</summary>
public sealed class EnvironmentConnectionTests : SessionTest
{
    [Fact]
    public void The_environment_is_enough_to_connect()
    {
        Environment.SetEnvironmentVariable("SENTRY_AUTH_TOKEN", Server.Token);
        Environment.SetEnvironmentVariable("SENTRY_URL", Server.BaseUri.ToString());
        Environment.SetEnvironmentVariable("SENTRY_ORG", "globex");

        var run = CmdletRunner.Run(new GetSentryMemberCommand());

        run.ShouldSucceed();
        Assert.All(run.Of<SentryMember>(), member => Assert.Equal("globex", member.OrganizationSlug));
        Assert.Contains(run.VerboseLines, line => line.Contains("environment variable SENTRY_AUTH_TOKEN", StringComparison.Ordinal));
        Assert.DoesNotContain(run.VerboseLines, line => line.Contains(Server.Token, StringComparison.Ordinal));
    }

    [Fact]
    public void One_connection_serves_the_next_cmdlet_too()
    {
        Environment.SetEnvironmentVariable("SENTRY_AUTH_TOKEN", Server.Token);
        Environment.SetEnvironmentVariable("SENTRY_URL", Server.BaseUri.ToString());
        CmdletRunner.Run(new GetSentryTeamCommand()).ShouldSucceed();
        var made = Current;

        CmdletRunner.Run(new GetSentryTeamCommand()).ShouldSucceed();

        Assert.NotNull(made);
        Assert.Same(made, Current);
    }

    [SkippableOnWindowsFact]
    public void The_file_in_the_home_folder_is_enough_to_connect()
    {
        File.WriteAllText(
            Path.Combine(Home, ".sentryclirc"),
            $"[auth]\ntoken={Server.Token}\n[defaults]\nurl={Server.BaseUri}\norg=acme\n");

        var run = CmdletRunner.Run(new GetSentryMemberCommand());

        run.ShouldSucceed();
        Assert.Equal(6, run.Output.Count);
        Assert.Contains(run.VerboseLines, line => line.Contains(".sentryclirc", StringComparison.Ordinal));
    }

    [SkippableOnWindowsFact]
    public void The_environment_wins_over_the_file()
    {
        File.WriteAllText(
            Path.Combine(Home, ".sentryclirc"),
            $"[auth]\ntoken={Server.Token}\n[defaults]\nurl={Server.BaseUri}\norg=acme\n");
        Environment.SetEnvironmentVariable("SENTRY_ORG", "globex");

        Assert.All(CmdletRunner.Run(new GetSentryMemberCommand()).Of<SentryMember>(), member =>
            Assert.Equal("globex", member.OrganizationSlug));
    }

    [Fact]
    public void Nothing_set_is_a_terminating_error_that_says_what_to_do()
    {
        var error = CmdletRunner.Run(new GetSentryMemberCommand()).TerminatingError();

        Assert.Equal("NoSentryToken", error.ErrorId);
        Assert.Contains("Connect-Sentry", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_token_from_the_environment_is_terminating()
    {
        Environment.SetEnvironmentVariable("SENTRY_AUTH_TOKEN", "sntryu_" + new string('0', 64));
        Environment.SetEnvironmentVariable("SENTRY_URL", Server.BaseUri.ToString());

        Assert.Equal("SentryUnauthorized", CmdletRunner.Run(new GetSentryMemberCommand()).TerminatingError().ErrorId);
    }
}
