using SentryAudit.Completion;
using SentryAudit.Requests;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Filters;

/// <summary>Tab proposes what the organization has.</summary>
public sealed class ValueCompletionTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Roles_of_the_organization_include_its_own_and_none_of_teams()
    {
        Acme.CustomRoles.Add("auditor");

        var roles = await ProposeAsync(CompletionKind.OrganizationRole);

        Assert.Equal(["admin", "auditor", "billing", "manager", "member", "owner"], roles);
        Assert.Contains("contributor", await ProposeAsync(CompletionKind.Role));
    }

    [Fact]
    public async Task Environments_include_hidden_ones() =>
        Assert.Equal(["development", "production", "scratch", "staging"], await ProposeAsync(CompletionKind.Environment));

    private async Task<string[]> ProposeAsync(CompletionKind kind)
    {
        var connection = await Server.ConnectAsync(clock: TimeProvider.System);
        return [.. CompletionSource.Find(connection, kind, "acme", "").Select(item => item.Value)];
    }
}
