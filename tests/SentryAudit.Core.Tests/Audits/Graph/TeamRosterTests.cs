using SentryAudit.Audits.Graph;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Audits.Graph;

public sealed class TeamRosterTests
{
    private static readonly Dictionary<string, GraphNode> Teams = new(StringComparer.Ordinal)
    {
        ["web"] = Nodes.Team("web", "1"),
        ["api"] = Nodes.Team("api", "2"),
    };

    private static readonly RoleCatalog Roles = new(
        [
            Role("member", SentryRoleKind.Organization, false, "contributor"), Role("admin", SentryRoleKind.Organization, false, "admin"),
            Role("manager", SentryRoleKind.Organization, true, "admin"), Role("owner", SentryRoleKind.Organization, true, "admin"),
            Role("contributor", SentryRoleKind.Team, null, null), Role("admin", SentryRoleKind.Team, null, null),
        ],
        openMembership: true);

    // Everybody is in the team web only; "*" marks teams administered, "?" those where it is unknown, "-" those not listed.
    [Theory]
    [InlineData("owner", null, false, "web* api*-")]
    [InlineData("manager", null, false, "web")]
    [InlineData("admin", null, false, "web")]
    [InlineData("member", null, false, "web")]
    [InlineData("member", "contributor", false, "web")]
    [InlineData("member", "admin", false, "web*")]
    [InlineData(null, "admin", false, "web*")]
    [InlineData("owner", null, true, "web* api*-")]
    [InlineData("manager", null, true, "web* api*-")]
    [InlineData("admin", null, true, "web*")]
    [InlineData("member", null, true, "web")]
    [InlineData("member", "admin", true, "web*")]
    [InlineData("carrier_pigeon", null, true, "web?")]
    [InlineData("member", "new_role", true, "web?")]
    public void Each_member_has_the_role_of_the_team_or_of_the_organization(string? role, string? teamRole, bool effective, string expected)
    {
        var roster = new TeamRoster(Teams, Roles, effective);
        roster.Add("web", "7", teamRole);
        roster.Add("deleted-meanwhile", "7", "admin");

        var found = roster
            .TeamsOf(Member(role))
            .Select(membership => $"{membership.Team.Name}{Mark(membership.IsAdmin)}{(membership.IsListed ? "" : "-")}");

        Assert.Equal(expected, string.Join(' ', found));
        Assert.Equal(!effective || role is not (null or "carrier_pigeon"), roster.IsComplete(Member(role)));
    }

    [Fact]
    public void An_invited_owner_is_an_owner_too() =>
        Assert.All(
            new TeamRoster(Teams, Roles, effective: false).TeamsOf(Member("owner", pending: true)),
            team => Assert.True(team.IsAdmin));

    private static string Mark(bool? isAdmin) => isAdmin switch { true => "*", null => "?", _ => "" };

    private static SentryMember Member(string? role, bool pending = false) =>
        new()
        {
            Id = "7",
            Role = role,
            Pending = pending,
            OrganizationSlug = "acme",
        };

    private static SentryRole Role(string id, SentryRoleKind kind, bool? isGlobal, string? minimum) =>
        new() { Id = id, Kind = kind, IsGlobal = isGlobal, MinimumTeamRole = minimum, OrganizationSlug = "acme" };
}
