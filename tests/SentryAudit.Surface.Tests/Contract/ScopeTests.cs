using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What [RequiresScope] promises is what Sentry asks for.</summary>
public sealed class ScopeTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly string[] Local =
    [
        "Connect-Sentry",
        "Disconnect-Sentry",
        "Get-SentryConnection",
        "Get-SentryInventory",
        "Get-SentryPermission",
        "Get-SentrySession",
        "Remove-SentryInventory",
        "Remove-SentrySession",
        "Test-SentryConnection",
    ];

    // It needs what the endpoint needs that it is given.
    private const string AnyEndpoint = "Invoke-SentryApi";

    public static TheoryData<string> Names => [.. ScopeCalls.All.Keys];

    [Fact]
    public void Every_cmdlet_says_what_it_needs_unless_it_is_local()
    {
        Assert.True(CmdletTypes.Types.Count > 65);
        Offenders.None(
            from type in CmdletTypes.Types
            let name = CmdletTypes.Name(type)
            let isLocal = Local.Contains(name) || name is AnyEndpoint
            where isLocal == CmdletTypes.Scopes(type).Any()
            select name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_all_it_needs_a_cmdlet_works(string call)
    {
        var (create, switches) = ScopeCalls.All[call];
        var needs = CmdletTypes.Scopes(create(Connection).GetType()).Select(need => need.AnyOf[0]).ToArray();
        var connection = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, needs));

        CmdletRunner.Run(create(connection), switches).ShouldSucceed();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_scope_that_an_error_names_is_one_that_the_cmdlet_declares(string call)
    {
        var (create, switches) = ScopeCalls.All[call];
        var declared = CmdletTypes.Scopes(create(Connection).GetType()).SelectMany(need => need.AnyOf).ToHashSet(StringComparer.Ordinal);
        var scopes = new HashSet<string>(StringComparer.Ordinal) { "event:read" };
        for (var round = 0; round < 6; round++)
        {
            var run = CmdletRunner.Run(create(await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, [.. scopes]))), switches);
            if (run.AllErrors().Count == 0)
            {
                return;
            }

            // Given what the error asks for, the next attempt must come further.
            var error = Assert.IsType<SentryApiException>(run.AllErrors()[0]);
            Assert.Equal(403, error.Status);
            Assert.Subset(declared, error.RequiredScope.ToHashSet(StringComparer.Ordinal));
            Assert.True(scopes.Add(error.RequiredScope[^1]), "The error asks for a scope that the token has.");
        }

        Assert.Fail("The errors never named all that is needed.");
    }
}
