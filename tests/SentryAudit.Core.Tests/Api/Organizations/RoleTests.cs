using SentryAudit.Core.Tests.Support;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Organizations;

public sealed class RoleTests
{
    [Fact]
    public async Task Roles_of_the_organization_come_before_those_of_teams_each_as_Sentry_ranks_them()
    {
        var roles = (await ReadAsync(Roles.Detail())).Roles;

        Assert.Equal(["billing", "member", "admin", "owner", "contributor", "admin"], roles.Select(role => role.Id));
        Assert.Equal([SentryRoleKind.Organization, SentryRoleKind.Team], roles.Select(role => role.Kind).Distinct());
    }

    [Fact]
    public async Task Every_field_is_mapped()
    {
        var roles = (await ReadAsync(Roles.Detail())).Roles;
        var (member, owner, contributor, admin) = (roles[1], roles[3], roles[4], roles[5]);

        Assert.Equal(
            ("Member", "Works.", false, false, "contributor", "acme"),
            (member.Name, member.Description, member.IsGlobal, member.IsRetired, member.MinimumTeamRole, member.OrganizationSlug));
        Assert.Equal(["event:read", "project:read"], member.Scopes!);
        Assert.Equal((true, null, null), (owner.IsGlobal, owner.IsRetired, owner.Scopes));
        Assert.Equal((null, null, "Team Admin"), (contributor.IsGlobal, contributor.MinimumTeamRole, admin.Name));
        Assert.Equal((null, FakeTransport.ReadAt), (member.FirstSeen, member.LastUpdated));
    }

    [Fact]
    public async Task Teams_and_projects_are_not_asked_for()
    {
        var transport = new FakeTransport().On(Roles.Path, Roles.Detail());

        await Estate.Api(transport).Roles.ReadAsync(Estate.Acme, default);

        Assert.Equal(("detailed=0", Estate.Region), (transport.Requests.Single().QueryText(), transport.Requests.Single().Host));
    }

    [Fact]
    public async Task The_older_name_of_the_list_is_understood() =>
        Assert.Equal("owner", Assert.Single((await ReadAsync("""{"availableRoles":[{"id":"owner"}]}""")).Roles).Id);

    [Fact]
    public async Task No_list_of_roles_is_an_error_not_an_empty_one() =>
        Assert.Equal(
            "SentryRolesUnknown",
            (await Assert.ThrowsAsync<SentryException>(() => ReadAsync("""{"id":"2","slug":"acme"}"""))).ErrorId);

    [Theory]
    [InlineData("member", null, "contributor")]
    [InlineData("member", "contributor", "contributor")]
    [InlineData("member", "admin", "admin")]
    [InlineData("admin", null, "admin")]
    [InlineData("admin", "contributor", "admin")]
    [InlineData("owner", null, "admin")]
    [InlineData("invented", null, null)]
    [InlineData("invented", "admin", "admin")]
    [InlineData(null, "contributor", null)]
    [InlineData("member", "invented", null)]
    public async Task The_higher_of_the_team_role_and_what_the_organization_role_gives_counts(
        string? role,
        string? teamRole,
        string? effective
    ) => Assert.Equal(effective, (await ReadAsync(Roles.Detail())).EffectiveTeamRole(role, teamRole));

    [Fact]
    public async Task Without_team_roles_none_counts() =>
        Assert.Null(
            (await ReadAsync("""{"orgRoleList":[{"id":"owner","minimumTeamRole":"admin"}]}""")).EffectiveTeamRole("owner", "admin"));

    [Theory]
    [InlineData("contributor", "admin", "admin")]
    [InlineData("contributor", "contributor", "contributor")]
    [InlineData(null, "admin", "admin")]
    [InlineData("contributor", null, null)]
    [InlineData(null, null, null)]
    public async Task Of_two_team_roles_the_higher_counts_unless_one_is_unknown(string? first, string? second, string? higher)
    {
        var roles = await ReadAsync(Roles.Detail());

        Assert.Equal((higher, higher), (roles.Higher(first, second), roles.Higher(second, first)));
    }

    [Theory]
    [InlineData("owner", true)]
    [InlineData("member", false)]
    [InlineData("invented", null)]
    [InlineData(null, null)]
    public async Task Whether_an_unknown_role_is_global_is_unknown(string? role, bool? isGlobal) =>
        Assert.Equal(isGlobal, (await ReadAsync(Roles.Detail())).IsGlobal(role));

    private static Task<RoleCatalog> ReadAsync(string detail) =>
        Estate.Api(new FakeTransport().On(Roles.Path, detail)).Roles.ReadAsync(Estate.Acme, default);
}
