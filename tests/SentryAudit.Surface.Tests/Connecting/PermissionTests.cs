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

        Assert.True(Whole("Get-SentryMember").Granted);
        Assert.True(Whole("Get-SentryUserStatus").Granted);
        Assert.False(Whole("Get-SentryTeam").Granted);
        Assert.False(Whole("Get-SentryRelease").Granted);
        Assert.True(Whole("Connect-Sentry").Granted);
    }

    [Fact]
    public void Where_Sentry_does_not_report_the_scopes_it_is_unknown()
    {
        Server.Faults.On("", Fault.Status(500));
        Connect();

        Assert.Null(Whole("Get-SentryMember").Granted);
        Assert.True(Whole("Get-SentryConnection").Granted);
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
        Permissions().Single(permission => permission.Cmdlet == cmdlet && permission.For is null);

    private static SentryPermission[] Permissions()
    {
        var run = CmdletRunner.Run(new GetSentryPermissionCommand());
        run.ShouldSucceed();
        return run.Of<SentryPermission>();
    }
}
