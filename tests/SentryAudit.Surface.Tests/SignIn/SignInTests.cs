using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Permissions;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>Connect-Sentry -DeviceCode and -Browser, from the first question to a connection that works.</summary>
public sealed class SignInTests : SignInTest
{
    [Fact]
    public void A_sign_in_by_device_code_succeeds()
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
    public void A_sign_in_by_browser_succeeds()
    {
        var run = SignInByBrowser();

        run.ShouldSucceed();
        Assert.Equal((SentryTokenKind.OAuth, "sign-in by browser"), (Current.TokenKind, Current.Source));
        Assert.Equal(6, CmdletRunner.Run(new GetSentryMemberCommand { Organization = [new("acme")] }).Output.Count);
    }

    [Fact]
    public void A_confidential_application_proves_itself_by_its_secret()
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
    public void The_code_is_shown_and_is_in_no_command_line()
    {
        var run = SignInByDevice();

        Assert.Equal(new Uri(Server.BaseUri, "oauth/device/"), Assert.Single(Opened));
        Assert.Contains("within 10 minutes", Assert.Single(run.Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Browser")]
    public void NoBrowser_opens_no_browser(string way)
    {
        var run = way == "Browser" ? SignInByBrowser(null, "NoBrowser") : SignInByDevice(null, "NoBrowser");

        run.ShouldSucceed();
        Assert.Empty(Opened);
        Assert.Contains("http://", Assert.Single(run.Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Browser")]
    public void A_refusal_on_the_consent_page_is_its_own_error(string way)
    {
        Decision = "deny";

        var error = (way == "Browser" ? SignInByBrowser() : SignInByDevice()).TerminatingError();

        Assert.Equal(("SentrySignInDenied", SentryErrorCategory.AuthenticationError), (error.ErrorId, error.Category));
        Assert.Null(Current);
    }

    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Browser")]
    public void A_missing_client_id_is_reported_with_how_to_get_one(string way)
    {
        var error = Run(new ConnectSentryCommand(), new RecordingPipeline(), way).TerminatingError();

        Assert.Equal("NoSentryClientId", error.ErrorId);
        Assert.Equal(4, error.Message.Split('\n').Length);
        Assert.Contains($"{Server.BaseUri}settings/account/api/applications/", error.Message, StringComparison.Ordinal);
        Assert.Contains("SENTRY_CLIENT_ID", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void The_client_id_can_come_from_the_environment()
    {
        Environment.SetEnvironmentVariable("SENTRY_CLIENT_ID", SandboxOAuth.ClientId);

        SignInByDevice(new ConnectSentryCommand()).ShouldSucceed();
    }

    [Fact]
    public void An_unknown_client_id_is_its_own_error()
    {
        var error = SignInByDevice(new ConnectSentryCommand { ClientId = "nobody" }).TerminatingError();

        Assert.Equal("SentryInvalidClient", error.ErrorId);
        Assert.Contains("'nobody'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_scope_is_its_own_error() =>
        Assert.Equal(
            "SentryInvalidScope",
            SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Scope = ["org:everything"] })
                .TerminatingError()
                .ErrorId);

    [Fact]
    public void A_self_hosted_Sentry_without_device_codes_is_its_own_error()
    {
        Server.OAuth.HasDeviceFlow = false;

        var error = SignInByDevice().TerminatingError();

        Assert.Equal(("SentrySignInUnsupported", SentryErrorCategory.NotImplemented), (error.ErrorId, error.Category));
        Assert.Contains("-Browser", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Scopes_are_asked_for_by_name_or_as_a_set()
    {
        SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Scope = ["org:read project:read", "member:read"] })
            .ShouldSucceed();
        Assert.Equal(["member:read", "org:read", "project:read"], Current.Scopes!);

        SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Scope = ["administration"] }).ShouldSucceed();
        Assert.All(PermissionTable.All(Current.Scopes, access: null), permission => Assert.True(permission.HasScope, permission.Cmdlet));
    }

    [Fact]
    public void The_scopes_for_an_audit_are_enough_for_every_reader_but_the_audit_log()
    {
        var needed = PermissionTable
            .All(RequestedScopes.Audit, access: null)
            .Where(permission => permission is { HasScope: false, For: null })
            .Select(permission => permission.Cmdlet);

        Assert.DoesNotContain(needed.Distinct(StringComparer.Ordinal), cmdlet =>
            cmdlet.StartsWith("Get-", StringComparison.Ordinal) && cmdlet != "Get-SentryAuditLog");
    }

    [Fact]
    public void A_connection_is_replaced_only_by_a_sign_in_that_succeeds()
    {
        Connect();
        var before = Current;
        Decision = "deny";

        SignInByDevice().TerminatingError();

        Assert.Same(before, Current);
    }

    [Fact]
    public void The_named_organization_becomes_the_default()
    {
        SignInByDevice(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId, Organization = "globex" }).ShouldSucceed();

        Assert.Equal("globex", Current.Organization);
    }
}
