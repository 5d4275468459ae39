using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Release;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Connect-Sentry that succeeds.</summary>
public sealed class ConnectTests : SessionTest
{
    [Fact]
    public void It_makes_the_sessions_connection_and_writes_nothing()
    {
        var run = Connect();

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Equal(Server.BaseUri, Current.BaseUri);
    }

    [Fact]
    public void PassThru_reports_user_kind_scopes_and_organizations()
    {
        var connection = Assert.IsType<SentryConnection>(Assert.Single(Connect(null, null, "PassThru").Output));

        Assert.Same(Current, connection);
        Assert.Equal("ada.ackerman@acme.example", connection.User);
        Assert.Equal(SentryTokenKind.Personal, connection.TokenKind);
        Assert.Contains("member:read", connection.Scopes!);
        Assert.Equal(["acme", "globex"], connection.Organizations!);
        Assert.Null(connection.Organization);
        Assert.Equal("parameter", connection.Source);
        Assert.Equal(TimeSpan.FromSeconds(10), connection.Timeout);
        Assert.Equal(0, connection.MaximumRetryCount);
    }

    [Fact]
    public void It_asks_only_the_base_host_and_only_a_few_times()
    {
        Connect();

        Assert.All(Server.Requests, request => Assert.Equal(Server.BaseUri.Port, request.Port));
        Assert.InRange(Server.Requests.Count, 1, 2);
    }

    [Fact]
    public void The_named_organization_becomes_the_default()
    {
        CmdletRunner
            .Run(
                new ConnectSentryCommand
                {
                    Token = Server.Token.Secure(),
                    Uri = Server.BaseUri,
                    Organization = "globex",
                }
            )
            .ShouldSucceed();

        var run = CmdletRunner.Run(new GetSentryMemberCommand());

        run.ShouldSucceed();
        Assert.NotEmpty(run.Output);
        Assert.All(run.Of<SentryMember>(), member => Assert.Equal("globex", member.OrganizationSlug));
    }

    [Fact]
    public void An_integration_token_works_in_the_organization_that_is_named()
    {
        var token = Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read");

        CmdletRunner.Run(new ConnectSentryCommand { Token = token.Secure(), Uri = Server.BaseUri, Organization = "acme" }).ShouldSucceed();

        Assert.Equal((SentryTokenKind.Integration, "acme"), (Current.TokenKind, Current.Organization));
        Assert.Equal(["acme"], Current.Organizations!);
        Assert.Null(Current.User);
        Assert.Equal(6, CmdletRunner.Run(new GetSentryMemberCommand()).Output.Count);
        Assert.Equal(["acme"], CmdletRunner.Run(new GetSentryOrganizationCommand()).Of<SentryOrganization>().Select(one => one.Slug));
    }

    [Fact]
    public void An_organization_token_causes_a_warning_and_works_for_releases_only()
    {
        var run = Connect(Server.CreateToken(SandboxTokenKind.Organization));

        run.ShouldSucceed();
        Assert.Contains(run.Warnings, warning =>
            warning.Contains("organization token", StringComparison.Ordinal) && warning.Contains("org:ci", StringComparison.Ordinal));
        Assert.Equal(
            (SentryTokenKind.Organization, "acme"),
            (Current.TokenKind, Current.Organization));
        var releases = CmdletRunner.Run(new GetSentryReleaseCommand());
        releases.ShouldSucceed();
        Assert.NotEmpty(releases.Output);
        var error = CmdletRunner.Run(new GetSentryMemberCommand()).SingleError();
        Assert.Equal(("SentryForbidden", SentryErrorCategory.PermissionDenied), (error.ErrorId, error.Category));
        Assert.Contains("member:read", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_organization_tokens_own_address_is_used_when_none_is_given()
    {
        var token = Server.CreateToken(SandboxTokenKind.Organization).Secure();

        CmdletRunner.Run(new ConnectSentryCommand { Token = token }).ShouldSucceed();

        Assert.Equal(Server.BaseUri, Current.BaseUri);
    }

    [Fact]
    public void An_OAuth_token_connects()
    {
        Connect(Server.CreateToken(SandboxTokenKind.OAuth, "org:read")).ShouldSucceed();

        Assert.Contains("org:read", Current.Scopes!);
    }

    [Fact]
    public void A_token_that_may_not_list_organizations_connects_and_works_inside_one()
    {
        Connect(Server.CreateToken(SandboxTokenKind.User, "member:read")).ShouldSucceed();

        Assert.Null(Current.Organizations);
        var run = CmdletRunner.Run(new GetSentryMemberCommand { Organization = [new("acme")] });
        run.ShouldSucceed();
        Assert.Equal(6, run.Output.Count);
    }

    [Theory]
    [InlineData("api/0/")]
    [InlineData("api/0")]
    public void An_address_of_the_API_is_understood(string path)
    {
        Connect(uri: new Uri(Server.BaseUri, path)).ShouldSucceed();

        Assert.Equal(Server.BaseUri, Current.BaseUri);
    }

    [Fact]
    public void A_connection_is_replaced_only_by_one_that_works()
    {
        Connect();
        var before = Current;

        Connect("sntryu_" + new string('0', 64)).TerminatingError();

        Assert.Same(before, Current);
    }

    [Fact]
    public void A_verbose_line_says_where_each_value_came_from()
    {
        var run = Connect();

        Assert.Contains(run.VerboseLines, line =>
            line.Contains("Token from parameter", StringComparison.Ordinal) && line.Contains("from parameter", StringComparison.Ordinal));
    }
}
