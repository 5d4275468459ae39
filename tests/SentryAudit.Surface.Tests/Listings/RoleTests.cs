using SentryAudit.Commands.Role;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class RoleTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Faults => [.. LastingFault.Names.Where(name => name is not ("slow drip" or "no Link header"))];

    [Fact]
    public void All_roles_of_an_organization_come_in_its_order()
    {
        var roles = Get<SentryRole>(Create());

        Assert.Equal(["billing", "member", "admin", "manager", "owner", "contributor", "admin"], roles.Select(role => role.Id));
        Assert.Equal([false, false, false, true, true, null, null], roles.Select(role => role.IsGlobal));
        Assert.Single(Server.Requests.To("organizations/{org}/"));
    }

    [Fact]
    public void An_object_means_the_role_of_its_kind()
    {
        var admins = Get<SentryRole>(Create(new RoleReference("admin")));

        Assert.Equal([SentryRoleKind.Organization, SentryRoleKind.Team], admins.Select(role => role.Kind));
        Assert.Equal(SentryRoleKind.Team, Assert.Single(Get<SentryRole>(Create(new RoleReference(admins[1])))).Kind);
    }

    [Fact]
    public void A_role_that_does_not_exist_is_an_error() =>
        Assert.Equal("SentryObjectNotFound", CmdletRunner.Run(Create(new RoleReference("emperor"))).SingleError().ErrorId);

    [Theory]
    [InlineData("org:read", null)]
    [InlineData("member:read", "SentryRolesUnknown")]
    public async Task An_answer_without_roles_for_lack_of_a_scope_is_an_error(string scope, string? errorId)
    {
        var connection = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, scope));

        var run = CmdletRunner.Run(new GetSentryRoleCommand { Connection = connection, Organization = [new("acme")] });

        Assert.Equal(errorId, run.AllErrors().SingleOrDefault()?.ErrorId);
        Assert.Equal(errorId is null, run.Output.Count > 0);
        Assert.All(run.AllErrors(), error => Assert.Contains("org:read", error.RecommendedAction, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_failure_is_one_error_and_no_role(string faultName)
    {
        var fault = LastingFault.Of(faultName);
        var connection = await Server.ConnectAsync(retries: 1);
        Server.Faults.On("organizations/{org}/", fault.Make());

        var run = CmdletRunner.Run(new GetSentryRoleCommand { Connection = connection, Organization = [new("acme")] });

        Assert.Empty(run.Output);
        var error = fault.Category is SentryErrorCategory.AuthenticationError ? run.TerminatingError() : run.SingleError();
        Assert.Equal((fault.ErrorId, fault.Category), (error.ErrorId, error.Category));
    }

    private GetSentryRoleCommand Create(params RoleReference[] roles) =>
        new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            Role = roles.Length == 0 ? null : roles,
        };
}
