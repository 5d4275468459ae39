using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Connecting;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>-Persist, and what a later session makes of it.</summary>
public sealed class KeptSessionTests : SignInTest
{
    [Fact]
    public void Connect_Sentry_without_parameters_connects_the_next_time()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();
        Leave();

        var run = CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri });

        run.ShouldSucceed();
        Assert.Equal((SentryTokenKind.OAuth, "stored session of ada.ackerman@acme.example"), (Current.TokenKind, Current.Source));
        Assert.NotNull(Current.ExpiresAt);
    }

    [Fact]
    public void Any_cmdlet_connects_the_next_time()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();
        Leave();

        Assert.Equal(6, CmdletRunner.Run(new GetSentryMemberCommand { Organization = [new("acme")] }).Output.Count);
    }

    [Fact]
    public void An_account_that_is_not_kept_is_reported()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();

        var run = CmdletRunner.Run(new GetSentrySessionCommand { Account = ["nobody@acme.example", "ADA.ackerman@acme.example", "x*"] });

        Assert.Single(run.Of<SentrySession>());
        Assert.Equal(("SentrySessionNotFound", "nobody@acme.example"), (run.SingleError().ErrorId, run.Errors[0].Target));
    }

    [Fact]
    public void Plain_text_is_never_chosen_silently()
    {
        var run = SignInByDevice(null, "Persist");

        var session = Assert.Single(CmdletRunner.Run(new GetSentrySessionCommand()).Of<SentrySession>());
        Assert.Equal(
            OperatingSystem.IsWindows() ? SentrySessionProtection.Dpapi : SentrySessionProtection.OwnerOnlyFile,
            session.Protection);
        Assert.Equal(
            !OperatingSystem.IsWindows(),
            run.Warnings.Any(warning =>
                warning.Contains("not encrypted", StringComparison.Ordinal) && warning.Contains(session.Path, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_token_given_or_in_the_environment_wins()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();
        Connect().ShouldSucceed();
        Assert.Equal("parameter", Current.Source);

        Environment.SetEnvironmentVariable("SENTRY_AUTH_TOKEN", Server.Token);
        CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri }).ShouldSucceed();
        Assert.Equal("environment variable SENTRY_AUTH_TOKEN", Current.Source);

        CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri, Account = "ada.ackerman@acme.example" }).ShouldSucceed();
        Assert.StartsWith("stored session", Current.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_sign_in_needs_no_client_id()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();

        SignInByBrowser(new ConnectSentryCommand()).ShouldSucceed();
    }

    [Fact]
    public void The_secret_of_a_confidential_application_is_kept_for_renewals()
    {
        SignInByBrowser(
                new ConnectSentryCommand
                {
                    ClientId = SandboxOAuth.ConfidentialClientId,
                    ClientSecret = SandboxOAuth.ConfidentialClientSecret.Secure(),
                },
                "Persist")
            .ShouldSucceed();
        ExpireAll();
        Leave();

        CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri }).ShouldSucceed();
        Assert.Equal(1, Server.OAuth.Renewals);
    }

    [Fact]
    public void Sessions_are_listed_and_removed()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();

        var session = Assert.Single(CmdletRunner.Run(new GetSentrySessionCommand { Account = ["ADA.*"] }).Of<SentrySession>());
        Assert.Equal((Server.BaseUri, SandboxOAuth.ClientId), (session.BaseUri, session.ClientId));
        Assert.Empty(CmdletRunner.Run(new GetSentrySessionCommand { Account = ["bob*"] }).Output);

        var refused = new RecordingPipeline { Consent = false };
        CmdletRunner.Run(new RemoveSentrySessionCommand { Account = [session.Account], Uri = session.BaseUri }, refused);
        Assert.Equal(session.ToString(), Assert.Single(refused.Asked).Target);
        Assert.True(File.Exists(session.Path));

        CmdletRunner.Run(new RemoveSentrySessionCommand { Account = [session.Account], Uri = session.BaseUri }).ShouldSucceed();
        Assert.Empty(CmdletRunner.Run(new GetSentrySessionCommand()).Output);
        Assert.Equal(
            "SentrySessionNotFound",
            CmdletRunner.Run(new RemoveSentrySessionCommand { Account = [session.Account] }).SingleError().ErrorId);
        CmdletRunner.Run(new RemoveSentrySessionCommand { Account = ["*"] }).ShouldSucceed();
    }

    [Fact]
    public void Removing_the_sessions_of_one_Sentry_keeps_those_of_the_others()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();

        Assert.Equal(
            "SentrySessionNotFound",
            CmdletRunner
                .Run(new RemoveSentrySessionCommand { Account = [Current.User!], Uri = new Uri("https://sentry.example.com") })
                .SingleError()
                .ErrorId);
        Assert.Single(CmdletRunner.Run(new GetSentrySessionCommand()).Output);
    }

    [Fact]
    public void A_file_that_is_no_session_is_an_error_and_the_others_are_listed()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();
        var other = Path.Combine(Home, "sessions", "aaa.session.json");
        File.Copy(KeptSessions.Store.Paths().Single(), other);
        File.WriteAllText(other, "{}");

        var run = CmdletRunner.Run(new GetSentrySessionCommand());

        Assert.Single(run.Output);
        Assert.Equal("SentrySessionUnusable", run.SingleError().ErrorId);
    }

    [Fact]
    public void A_file_that_is_no_session_does_not_keep_the_others_from_being_removed()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();
        var kept = KeptSessions.Store.Paths().Single();
        var other = Path.Combine(Home, "sessions", "aaa.session.json");
        File.Copy(kept, other);
        File.WriteAllText(other, "{}");

        var run = CmdletRunner.Run(new RemoveSentrySessionCommand { Account = [Current.User!] });

        Assert.Equal("SentrySessionUnusable", run.SingleError().ErrorId);
        Assert.Equal([other], KeptSessions.Store.Paths());
    }

    private static void Leave() => CmdletRunner.Run(new DisconnectSentryCommand());
}
