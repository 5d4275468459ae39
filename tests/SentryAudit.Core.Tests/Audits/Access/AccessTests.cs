using SentryAudit.Audits.Access;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Audits.Access;

public sealed class AccessTests
{
    private const string Projects = """
        [{"id":"1","slug":"web","teams":[{"slug":"b"},{"slug":"a"}]},{"id":"2","slug":"api","teams":[{"slug":"b"}]},
         {"id":"3","slug":"old","teams":[]}]
        """;

    [Fact]
    public async Task A_member_reaches_the_projects_of_their_teams_with_the_highest_role_there()
    {
        var rows = Rows(await ReadAsync(), Member("1", "member"));

        Assert.Equal(["api Team b contributor", "web Team a, b admin"], rows.Select(Text));
        Assert.All(rows, row =>
            Assert.Equal(
                ("acme", "1", "u1", "1@acme.io", "member", false, true),
                (row.OrganizationSlug, row.MemberId, row.UserId, row.Email, row.Role, row.Pending, row.Has2FA)));
    }

    [Fact]
    public async Task A_global_role_reaches_every_project_and_its_teams_are_named_if_there_are_any() =>
        Assert.Equal(
            ["api GlobalRole  ", "old GlobalRole  ", "web GlobalRole a admin"],
            Rows(await ReadAsync(), Member("2", "owner")).Select(Text));

    [Fact]
    public async Task The_billing_role_reaches_nothing_even_in_a_team_and_with_open_membership() =>
        Assert.Empty(Rows(await ReadAsync(open: true, include: true), Member("3", "billing")));

    [Fact]
    public async Task Somebody_without_a_team_reaches_nothing() => Assert.Empty(Rows(await ReadAsync(), Member("9", "member")));

    [Theory]
    [InlineData(true, true, "api OpenMembership  |old OpenMembership  |web Team a admin")]
    [InlineData(true, false, "web Team a admin")]
    [InlineData(false, true, "web Team a admin")]
    public async Task Open_membership_counts_only_where_it_is_on_and_asked_for(bool open, bool include, string expected)
    {
        var map = await ReadAsync(open: open, include: include);

        Assert.Equal(expected.Split('|'), Rows(map, Member("4", "admin")).Select(Text));
    }

    [Fact]
    public async Task Open_membership_that_Sentry_does_not_report_is_an_error_when_asked_for()
    {
        Assert.Equal(
            "SentrySettingUnknown",
            (await Assert.ThrowsAsync<SentryException>(() => ReadAsync(open: null, include: true))).ErrorId);
        await ReadAsync(open: null, include: false);
    }

    [Fact]
    public async Task Anyone_who_reaches_everything_by_open_membership_needs_no_known_role() =>
        Assert.True((await ReadAsync(open: true, include: true)).IsComplete(Member("1", "invented")));

    [Theory]
    [InlineData("member", true)]
    [InlineData("billing", true)]
    [InlineData("invented", false)]
    [InlineData(null, false)]
    public async Task What_an_unknown_role_reaches_is_unknown(string? role, bool isKnown) =>
        Assert.Equal(isKnown, (await ReadAsync()).IsComplete(Member("1", role)));

    [Fact]
    public async Task An_unknown_role_still_has_its_teams() =>
        Assert.Equal(["api Team b ", "web Team a, b admin"], Rows(await ReadAsync(), Member("1", "invented")).Select(Text));

    [Fact]
    public async Task Only_the_teams_of_the_projects_in_question_are_read()
    {
        var transport = Transport(false);

        await Estate
            .Source(transport)
            .ReadAccessAsync(
                Estate.Acme,
                [
                    new SentryProject
                    {
                        Id = "2",
                        Slug = "api",
                        OrganizationSlug = "acme",
                        TeamSlugs = new StringList(["b"]),
                    },
                ],
                false,
                default);

        Assert.Equal(["organizations/acme/", "teams/acme/b/members/"], transport.Requests.Select(request => request.Path).Distinct());
    }

    [Theory]
    [InlineData("organizations/acme/")]
    [InlineData("organizations/acme/projects/")]
    public async Task A_missing_part_is_an_error_not_less_access(string path) =>
        await Assert.ThrowsAnyAsync<SentryException>(() =>
            Estate.Source(Transport(false).On(path, 500)).ReadAccessAsync(Estate.Acme, null, false, default));

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task One_team_that_cannot_be_read_is_named_and_does_not_take_the_others_with_it(int status)
    {
        var transport = Transport(false).On("teams/acme/a/members/", status);

        var map = await Estate.Source(transport).ReadAccessAsync(Estate.Acme, null, false, default);

        Assert.Equal("a", Assert.Single(map.Gaps).Team);
        Assert.Equal(["api Team b contributor", "web Team  "], Rows(map, Member("1", "member")).Select(Text));
    }

    [Theory]
    [InlineData("""[{"id":"2","slug":"b"}]""", "", "a")]
    [InlineData("""[{"id":"1","slug":"a"},{"id":"2","slug":"b"}]""", "a", "")] // there, and not told: unknown
    public async Task A_team_that_projects_still_name_and_the_list_does_not_is_left_out(string teams, string gaps, string deleted)
    {
        var transport = Transport(false).On("teams/acme/a/members/", 404).On("organizations/acme/teams/", teams);

        var map = await Estate.Source(transport).ReadAccessAsync(Estate.Acme, null, false, default);

        Assert.Equal((gaps, deleted), (string.Join(' ', map.Gaps.Select(gap => gap.Team)), string.Join(' ', map.Deleted)));
    }

    [Fact]
    public async Task Where_no_team_can_be_read_nothing_is_given() =>
        await Assert.ThrowsAsync<SentryApiException>(() => Estate
            .Source(Transport(false).On("teams/acme/a/members/", 500).On("teams/acme/b/members/", 500))
            .ReadAccessAsync(Estate.Acme, null, false, default));

    private static FakeTransport Transport(bool? open) =>
        new FakeTransport()
            .On(Roles.Path, Roles.Detail(open))
            .On("organizations/acme/projects/", Projects)
            .On(
                "teams/acme/a/members/",
                """[{"id":"1","orgRole":"member","teamRole":"admin"},{"id":"2","orgRole":"owner"},{"id":"4","orgRole":"admin"}]"""
            )
            .On("teams/acme/b/members/", """[{"id":"1","orgRole":"member"}]""", """[{"id":"3","orgRole":"billing"}]""");

    private static Task<AccessMap> ReadAsync(bool? open = false, bool include = false) =>
        Estate.Source(Transport(open)).ReadAccessAsync(Estate.Acme, projects: null, include, default);

    private static SentryMember Member(string id, string? role) =>
        new()
        {
            Id = id,
            UserId = $"u{id}",
            Email = $"{id}@acme.io",
            Role = role,
            Pending = false,
            Has2FA = true,
            OrganizationSlug = "acme",
        };

    private static SentryAccess[] Rows(AccessMap map, SentryMember member) => [.. map.RowsOf(member)];

    private static string Text(SentryAccess row) => $"{row.ProjectSlug} {row.Grant} {row.TeamSlugs} {row.TeamRole}";
}
