using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Connecting;
using SentryAudit.Permissions;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>Connect-Sentry -DeviceCode and -Browser, from the first question to a connection that works.</summary>
public sealed class SignInTests : SignInTest
{
    [Fact]
    public void ByDeviceCode()
    {
        var run = SignInByDevice(null, "PassThru");

        run.ShouldSucceed();
        var connection = Assert.IsType<SentryConnection>(Assert.Single(run.Output));
        Assert.Same(Current, connection);
        Assert.Equal(
            (SentryTokenKind.OAuth, "ada.ackerman@acme.example", "sign-in by device code"),
            (connection.TokenKind, connection.User, connection.Source));
        Assert.InRange(connection.ExpiresAt!.Value - DateTimeOffset.UtcNow, TimeSpan.FromDays(29), TimeSpan.FromDays(31));
        Assert.Equal(RequestedScopes.Audit.Order(StringComparer.Ordinal), connection.Scopes!);
        Assert.Equal(6, CmdletRunner.Run(new GetSentryMemberCommand { Organization = [new("acme")] }).Output.Count);
        Assert.Empty(run.Warnings);
        Assert.False(Directory.Exists(Path.Combine(Home, "sessions")));
    }

    [Fact]
    public void ByBrowser()
    {
        var run = SignInByBrowser();

        run.ShouldSucceed();
        Assert.Equal((SentryTokenKind.OAuth, "sign-in by browser"), (Current.TokenKind, Current.Source));
        Assert.Equal(6, CmdletRunner.Run(new GetSentryMemberCommand { Organization = [new("acme")] }).Output.Count);
    }

    [Fact]
    public void AConfidentialApplicationProvesItselfByItsSecret()
    {
        var run = SignInByBrowser(
            new ConnectSentryCommand
            {
                ClientId = SandboxOAuth.ConfidentialClientId,
                ClientSecret = SandboxOAuth.ConfidentialClientSecret.Secure(),
            }
        );

        run.ShouldSucceed();
        Assert.Equal(
            "SentryInvalidClient",
            SignInByBrowser(new ConnectSentryCommand { ClientId = SandboxOAuth.ConfidentialClientId }).TerminatingError().ErrorId);
    }

    [Fact]
    public void TheCodeIsToldAndIsInNoCommandLine()
    {
        var run = SignInByDevice();

        Assert.Equal(new Uri(Server.BaseUri, "oauth/device/"), Assert.Single(Opened));
        Assert.Contains("within 10 minutes", Assert.Single(run.Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Browser")]
    public void NoBrowserOpensNone(string way)
    {
        var run = way == "Browser" ? SignInByBrowser(null, "NoBrowser") : SignInByDevice(null, "NoBrowser");

        run.ShouldSucceed();
        Assert.Empty(Opened);
        Assert.Contains("http://", Assert.Single(run.Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Browser")]
    public void ARefusalOnTheConsentPageIsItsOwnError(string way)
    {
        Decision = "deny";

        var error = (way == "Browser" ? SignInByBrowser() : SignInByDevice()).TerminatingError();

        Assert.Equal(("SentrySignInDenied", SentryErrorCategory.AuthenticationError), (error.ErrorId, error.Category));
        Assert.Null(SessionConnection.Current);
    }

    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Browser")]
    public void WithoutAClientIdItSaysHowToGetOne(string way)
    {
        var error = Run(new ConnectSentryCommand(), new RecordingPipeline(), way).TerminatingError();

        Assert.Equal("NoSentryClientId", error.ErrorId);
        Assert.Equal(4, error.Message.Split('\n').Length);
        Assert.Contains($"{Server.BaseUri}settings/account/api/applications/", error.Message, StringComparison.Ordinal);
        Assert.Contains("SENTRY_CLIENT_ID", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void TheClientIdCanComeFromTheEnvironment()
    {
        Environment.SetEnvironmentVariable("SENTRY_CLIENT_ID", SandboxOAuth.ClientId);

        SignInByDevice(new ConnectSentryCommand()).ShouldSucceed();
    }

    [Fact]
    public void AnUnknownClientIdIsItsOwnError()
    {
        var error = SignInByDevice(new ConnectSentryCommand { ClientId = "nobody" }).TerminatingError();

        Assert.Equal("SentryInvalidClient", error.ErrorId);
        Assert.Contains("'nobody'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownScopeIsItsOwnError() =>
        Assert.Equal(
            "SentryInvalidScope",
            SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Scope = ["org:everything"] })
                .TerminatingError()
                .ErrorId);

    [Fact]
    public void ASelfHostedSentryWithoutDeviceCodesIsItsOwnError()
    {
        Server.OAuth.HasDeviceFlow = false;

        var error = SignInByDevice().TerminatingError();

        Assert.Equal(("SentrySignInUnsupported", SentryErrorCategory.NotImplemented), (error.ErrorId, error.Category));
        Assert.Contains("-Browser", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void ScopesAreAskedForByNameOrByWord()
    {
        SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Scope = ["org:read project:read", "member:read"] })
            .ShouldSucceed();
        Assert.Equal(["member:read", "org:read", "project:read"], Current.Scopes!);

        SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Scope = ["administration"] }).ShouldSucceed();
        Assert.All(GetSentryPermissionCommand.All(Current.Scopes), permission => Assert.True(permission.Granted, permission.Cmdlet));
    }

    [Fact]
    public void TheAuditScopesAreTheLeastThatReadersNeed()
    {
        var needed = GetSentryPermissionCommand
            .All(RequestedScopes.Audit)
            .Where(permission => permission is { Granted: false, For: null })
            .Select(permission => permission.Cmdlet);

        Assert.DoesNotContain(needed.Distinct(StringComparer.Ordinal), cmdlet =>
            cmdlet.StartsWith("Get-", StringComparison.Ordinal) && cmdlet != "Get-SentryAuditLog");
    }

    [Fact]
    public void AConnectionIsReplacedOnlyByASignInThatSucceeds()
    {
        Connect();
        var before = SessionConnection.Current;
        Decision = "deny";

        SignInByDevice().TerminatingError();

        Assert.Same(before, SessionConnection.Current);
    }

    [Fact]
    public void OrganizationBecomesTheDefault()
    {
        SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Organization = "globex" }).ShouldSucceed();

        Assert.Equal("globex", Current.Organization);
    }
}
