using SentryAudit.Commands.Connection;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Get-SentryPermission: what each cmdlet needs, and whether the token has it.</summary>
public sealed class PermissionTests : SessionTest
{
    [Fact]
    public void Every_cmdlet_is_there()
    {
        Connect();

        Assert.Equal(CmdletTypes.Names, Permissions().Select(permission => permission.Cmdlet).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void An_owners_token_may_do_everything()
    {
        Connect();

        Assert.All(Permissions(), permission => Assert.True(permission.Granted));
    }

    [Fact]
    public void A_token_with_one_scope_may_do_what_that_scope_covers()
    {
        Connect(Server.CreateToken(SandboxTokenKind.User, "member:admin"));

        Assert.True(Whole("Get-SentryMember").HasScope);
        Assert.True(Whole("Get-SentryUserStatus").HasScope);
        Assert.False(Whole("Get-SentryTeam").HasScope);
        Assert.False(Whole("Get-SentryRelease").HasScope);
        Assert.True(Whole("Connect-Sentry").HasScope);
    }

    [Fact]
    public void Where_Sentry_reports_neither_scopes_nor_access_it_is_unknown()
    {
        Server.Faults.On("", Fault.Status(500));
        Server.Faults.On("organizations/{org}/", Fault.Status(200, """{ "id": "1", "slug": "acme" }"""));
        Connect();

        var permission = Whole("Get-SentryMember");

        Assert.Equal((null, null, null), (permission.HasScope, permission.Role, permission.Granted));
        Assert.True(Whole("Get-SentryConnection").Granted);
    }

    [Fact]
    public void A_role_below_the_token_shows_what_is_missing()
    {
        var plain = Server.Estate.Organizations[0].Members.First(member => member is { OrgRole: "member", User: not null });
        Connect(Server.CreateToken(plain.User!, "org:admin", "member:admin"));

        var (read, write) = (Whole("Get-SentryMember"), Whole("Get-SentryAuditLog"));

        Assert.Equal((true, "member", true), (read.HasScope, read.Role, read.Granted));
        Assert.Equal((true, "member", false), (write.HasScope, write.Role, write.Granted));
    }

    [Fact]
    public void Each_organization_that_the_token_sees_has_rows_of_its_own()
    {
        Connect();

        Assert.Equal(["acme", "globex"], Permissions().Select(permission => permission.OrganizationSlug!).Distinct().Order());
    }

    [Fact]
    public void An_organization_that_is_not_there_is_an_error_and_gives_no_rows()
    {
        Connect();

        var run = CmdletRunner.Run(new GetSentryPermissionCommand { Organization = ["nope"] });

        Assert.Equal("SentryOrganizationNotFound", run.SingleError().ErrorId);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Without_a_connection_the_scopes_alone_are_listed()
    {
        Assert.Equal(["member:read"], Whole("Get-SentryMember").Scopes);
        Assert.Null(Whole("Get-SentryMember").Granted);
    }

    [Theory]
    [InlineData("Get-SentryMember", 1)]
    [InlineData("get-sentrymember", 1)]
    [InlineData("*-SentryConnection", 2)]
    [InlineData("Nothing*", 0)]
    public void The_parameter_Cmdlet_filters(string name, int cmdlets)
    {
        var run = CmdletRunner.Run(new GetSentryPermissionCommand { Cmdlet = [name] });

        Assert.Equal(cmdlets, run.Of<SentryPermission>().Select(permission => permission.Cmdlet).Distinct(StringComparer.Ordinal).Count());
    }

    private static SentryPermission Whole(string cmdlet) =>
        Permissions().First(permission =>
            permission.Cmdlet == cmdlet && permission.For is null && permission.OrganizationSlug is null or "acme");

    private static SentryPermission[] Permissions()
    {
        var run = CmdletRunner.Run(new GetSentryPermissionCommand());
        run.ShouldSucceed();
        return run.Of<SentryPermission>();
    }
}
