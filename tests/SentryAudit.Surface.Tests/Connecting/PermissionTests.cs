using SentryAudit.Commands.Connection;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Get-SentryPermission: what each cmdlet needs, and whether the token has it.</summary>
public sealed class PermissionTests : SessionTest
{
    [Fact]
    public void EveryCmdletIsThere()
    {
        Connect();

        Assert.Equal(CmdletTypes.Names, Permissions().Select(permission => permission.Cmdlet).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void AnOwnersTokenMayDoEverything()
    {
        Connect();

        Assert.All(Permissions(), permission => Assert.True(permission.Granted));
    }

    [Fact]
    public void ATokenWithOneScopeMayDoWhatThatScopeCovers()
    {
        Connect(Server.CreateToken(SandboxTokenKind.User, "member:admin"));

        Assert.True(Whole("Get-SentryMember").Granted);
        Assert.True(Whole("Get-SentryUserStatus").Granted);
        Assert.False(Whole("Get-SentryTeam").Granted);
        Assert.False(Whole("Get-SentryRelease").Granted);
        Assert.True(Whole("Connect-Sentry").Granted);
    }

    [Fact]
    public void WhereSentryDoesNotTellItIsUnknown()
    {
        Connect(Server.CreateToken(SandboxTokenKind.Integration, "org:read"));

        Assert.Null(Whole("Get-SentryMember").Granted);
        Assert.True(Whole("Get-SentryConnection").Granted);
    }

    [Fact]
    public void WithoutAConnectionItTellsTheScopesAlone()
    {
        Assert.Equal(["member:read"], Whole("Get-SentryMember").Scopes);
        Assert.Null(Whole("Get-SentryMember").Granted);
    }

    [Theory]
    [InlineData("Get-SentryMember", 1)]
    [InlineData("get-sentrymember", 1)]
    [InlineData("*-SentryConnection", 2)]
    [InlineData("Nothing*", 0)]
    public void CmdletFilters(string name, int cmdlets)
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
