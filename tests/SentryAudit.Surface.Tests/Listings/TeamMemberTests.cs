using SentryAudit.Api.Stats;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class TeamMemberTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    public static TheoryData<string> Faults => [.. LastingFault.Names.Where(name => name is not ("slow drip" or "no Link header"))];

    [Fact]
    public void Every_membership_is_listed_team_by_team()
    {
        var rows = Get<SentryTeamMember>(Create());

        var expected = Acme
            .Teams.OrderBy(team => team.Slug, StringComparer.Ordinal)
            .SelectMany(team =>
                team.Memberships.OrderBy(place => place.Member.Email, StringComparer.Ordinal).Select(place => (team.Slug, place.Member.Id))
            );
        Assert.Equal(expected, rows.Select(row => (row.TeamSlug, row.MemberId)));
        Assert.All(rows, row =>
            Assert.Equal(
                row.Role is "member" or "admin" or "manager" or "owner" or "billing" || row.TeamRole is "admin",
                row.EffectiveRole is not null));
        Assert.All(rows.Where(row => row.Pending is true), row => Assert.Null(row.Has2FA));
        Assert.All(rows.Where(row => row.Role is "owner" or "manager" or "admin"), row => Assert.Equal("admin", row.EffectiveRole));
    }

    [Fact]
    public void Teams_can_be_named()
    {
        var team = Acme.Teams.First(candidate => candidate.Memberships.Count > 0);

        var rows = Get<SentryTeamMember>(Create(team.Slug));

        Assert.Equal(team.Memberships.Count, rows.Length);
        Assert.All(Server.Requests.To("teams/{org}/{team}/members/"), request =>
            Assert.Contains(team.Slug, request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_team_that_does_not_exist_is_an_error_and_one_without_members_is_not()
    {
        Assert.Equal("SentryObjectNotFound", CmdletRunner.Run(Create("nobody-knows")).SingleError().ErrorId);
        if (Acme.Teams.FirstOrDefault(team => team.Memberships.Count == 0) is { } empty)
        {
            Assert.Empty(Get<SentryTeamMember>(Create(empty.Slug)));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task One_teams_failure_is_an_error_with_its_name_and_the_next_goes_on(string faultName)
    {
        var fault = LastingFault.Of(faultName);
        var connection = await Server.ConnectAsync(retries: 0);
        var rule = Server.Faults.On("teams/{org}/{team}/members/", fault.Make(), skip: 2, times: 1);

        var run = CmdletRunner.Run(new GetSentryTeamMemberCommand { Connection = connection, Organization = First });

        Assert.Equal(1, rule.Applied);
        var error = fault.Category is SentryErrorCategory.AuthenticationError ? run.TerminatingError() : run.SingleError();
        Assert.Equal((fault.ErrorId, fault.Category), (error.ErrorId, error.Category));
        if (run.Terminated is null)
        {
            var broken = (string)Assert.Single(run.Errors).Target!;
            Assert.Equal(
                Acme.Teams.Where(team => team.Slug != broken).Sum(team => team.Memberships.Count),
                run.Of<SentryTeamMember>().Count(row => row.TeamSlug != broken));
        }
    }

    [Theory]
    [InlineData("organizations/{org}/teams/", 0)]
    [InlineData("organizations/{org}/teams/", 1)]
    [InlineData("organizations/{org}/", 0)]
    public void Without_teams_or_roles_there_is_an_error_and_nothing_else(string endpoint, int skip)
    {
        Server.Faults.On(endpoint, LastingFault.Of("403").Make(), skip);

        var run = CmdletRunner.Run(Create());

        Assert.Equal(SentryErrorCategory.PermissionDenied, run.SingleError().Category);
        Assert.Empty(run.Output);
    }

    private GetSentryTeamMemberCommand Create(params string[] teams) =>
        new()
        {
            Connection = Connection,
            Organization = First,
            Team = teams.Length == 0 ? null : [.. teams.Select(team => new TeamReference(team))],
        };
}
