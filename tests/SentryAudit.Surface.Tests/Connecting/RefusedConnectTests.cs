using System.Net;
using System.Net.Sockets;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Connect-Sentry that can't succeed: a terminating error that says what to do.</summary>
public sealed class RefusedConnectTests : SessionTest
{
    [Fact]
    public void An_expired_token_is_refused()
    {
        var token = Server.CreateToken(SandboxTokenKind.User, "org:read");
        Server.ExpireToken(token);

        var error = Refused(token);

        Assert.Equal(("SentryUnauthorized", SentryErrorCategory.AuthenticationError), (error.ErrorId, error.Category));
        Assert.Contains("expired", error.RecommendedAction, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_revoked_token_is_refused()
    {
        var error = Refused("sntryu_" + new string('a', 64));

        Assert.Equal(SentryErrorCategory.AuthenticationError, error.Category);
        Assert.Contains("revoked", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_integration_token_without_the_name_of_its_organization_is_refused_instead_of_giving_nothing()
    {
        var error = Refused(Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read"));

        Assert.Equal(("SentryNoOrganization", SentryErrorCategory.ObjectNotFound), (error.ErrorId, error.Category));
        Assert.Contains("-Organization", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member-disabled-over-limit", "seat")]
    [InlineData("2fa-required", "two-factor")]
    [InlineData("sso-required", "single sign-on")]
    public void A_token_whose_owner_must_act_first_is_refused(string code, string hint)
    {
        Server.Faults.On("*", Fault.Status(401, $$"""{ "detail": { "code": "{{code}}", "message": "No", "extra": {} } }"""));

        var error = Assert.IsType<SentryApiException>(Refused());

        Assert.Equal(code, error.Code);
        Assert.Contains(hint, error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_port_is_reported()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var error = Refused(uri: new Uri($"http://127.0.0.1:{port}/"));

        Assert.Equal(("SentryUnreachable", SentryErrorCategory.ConnectionError), (error.ErrorId, error.Category));
    }

    [Fact]
    public void A_web_page_is_not_an_answer()
    {
        Server.Faults.On("*", Fault.Html());

        var error = Refused();

        Assert.Equal(("SentryInvalidResponse", SentryErrorCategory.InvalidResult), (error.ErrorId, error.Category));
        Assert.Contains("-Uri", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_is_not_Sentry_is_reported()
    {
        var error = Refused(uri: new Uri(Server.BaseUri, "some/where/"));

        Assert.Equal(SentryErrorCategory.ObjectNotFound, error.Category);
    }

    [Fact]
    public void Plain_HTTP_to_another_machine_is_refused_without_AllowInsecure()
    {
        var error = Refused(uri: new Uri("http://sentry.example.com/"));

        Assert.Equal(("InvalidSentryUri", SentryErrorCategory.InvalidArgument), (error.ErrorId, error.Category));
        Assert.Contains("-AllowInsecure", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void Plain_HTTP_with_AllowInsecure_causes_a_warning()
    {
        var run = Connect(null, new Uri("http://sentry.invalid/"), "AllowInsecure");

        Assert.Contains(run.Warnings, warning => warning.Contains("unencrypted", StringComparison.Ordinal));
        Assert.Equal(SentryErrorCategory.ConnectionError, run.TerminatingError().Category);
    }

    [Fact]
    public void A_redirect_is_not_followed_and_suggests_a_Uri()
    {
        Server.Faults.On("*", Fault.Redirect("https://sentry.elsewhere.example/api/0/"));

        var error = Refused();

        Assert.Equal("SentryRedirected", error.ErrorId);
        Assert.Contains("-Uri", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("sentry.elsewhere.example", $"{error.Message} {error.RecommendedAction}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://sentry.example.com/")]
    [InlineData("https://user:password@sentry.example.com/")]
    public void An_address_that_is_not_one_is_refused(string uri) => Assert.Equal("InvalidSentryUri", Refused(uri: new Uri(uri)).ErrorId);

    [Fact]
    public void A_missing_token_is_reported()
    {
        var run = CmdletRunner.Run(new Commands.Connection.ConnectSentryCommand { Uri = Server.BaseUri });

        var error = run.TerminatingError();
        Assert.Equal(("NoSentryToken", SentryErrorCategory.AuthenticationError), (error.ErrorId, error.Category));
        Assert.Contains("SENTRY_AUTH_TOKEN", error.RecommendedAction, StringComparison.Ordinal);
    }

    private SentryException Refused(string? token = null, Uri? uri = null)
    {
        var run = Connect(token, uri);
        Assert.Empty(run.Output);
        Assert.Null(Current);
        var error = run.TerminatingError();
        Assert.NotEmpty(error.RecommendedAction);
        return error;
    }
}
