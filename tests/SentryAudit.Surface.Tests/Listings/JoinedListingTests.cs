using SentryAudit.Commands.Access;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Listings limited to what belongs to people and releases.</summary>
public sealed class JoinedListingTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    private SandboxMember Somebody => Acme.Members.First(member => TeamsOf(member).Length == 1 && member.OrgRole == "member");

    [Fact]
    public void The_teams_of_one_person_are_read_from_that_person()
    {
        var teams = Get<SentryTeam>(new GetSentryTeamCommand { Connection = Connection, Organization = First, Member = [Key(Somebody)] });

        Assert.Equal(TeamsOf(Somebody), teams.Select(team => team.Slug));
        Assert.Empty(Server.Requests.To("teams/{org}/{team}/members/"));
    }

    [Fact]
    public void The_teams_of_many_people_are_read_from_the_teams()
    {
        SandboxMember[] many = [.. Acme.Members.Where(member => TeamsOf(member).Length > 0).Take(12)];
        var cmdlet = new GetSentryTeamCommand { Connection = Connection, Organization = First, Member = [.. many.Select(Key)] };

        var teams = Get<SentryTeam>(cmdlet);

        Assert.Equal(
            many.SelectMany(TeamsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            teams.Select(team => team.Slug).Order(StringComparer.Ordinal));
        Assert.NotEmpty(Server.Requests.To("teams/{org}/{team}/members/"));
    }

    [Fact]
    public void A_team_that_the_person_is_not_on_is_no_team_that_does_not_exist()
    {
        var other = Acme.Teams.First(team => !TeamsOf(Somebody).Contains(team.Slug)).Slug;
        var cmdlet = new GetSentryTeamCommand { Connection = Connection, Organization = First, Team = [new(other)] };
        cmdlet.Member = [Key(Somebody)];

        Assert.Empty(Get<SentryTeam>(cmdlet));
    }

    [Fact]
    public void Only_the_places_of_that_person_are_listed()
    {
        var cmdlet = new GetSentryTeamMemberCommand { Connection = Connection, Organization = First, Member = [Key(Somebody)] };

        var places = Get<SentryTeamMember>(cmdlet);

        Assert.Equal(TeamsOf(Somebody), places.Select(place => place.TeamSlug));
        Assert.All(places, place => Assert.Equal(Somebody.Id, place.MemberId));
    }

    [Fact]
    public void The_projects_of_a_person_are_those_of_the_access()
    {
        var access = Get<SentryAccess>(
            new GetSentryAccessCommand { Connection = Connection, Organization = First, Member = [Key(Somebody)] });

        var projects = Get<SentryProject>(
            new GetSentryProjectCommand { Connection = Connection, Organization = First, Member = [Key(Somebody)] });

        Assert.NotEmpty(projects);
        Assert.Equal(
            access.Select(row => row.ProjectSlug).Order(StringComparer.Ordinal),
            projects.Select(project => project.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Issues_of_releases_are_asked_for_a_few_releases_at_a_time()
    {
        var releases = Acme.Releases.Take(25).Select(release => new ReleaseReference(new SentryRelease
        {
            Id = "1",
            Version = release.Version,
            OrganizationSlug = "acme",
        }));

        Get<SentryIssue>(new GetSentryIssueCommand { Connection = Connection, Organization = First, Release = [.. releases] });

        var first = Server.Requests.To("organizations/{org}/issues/")
            .Where(request => !request.Path.Contains("cursor", StringComparison.Ordinal));

        // One more proves that the server heeds the search.
        Assert.Equal(3, first.Count());
    }

    private static MemberReference Key(SandboxMember member) => new(member.Id);

    private string[] TeamsOf(SandboxMember member) =>
    [
        .. Acme.Teams.Where(team => team.Memberships.Exists(place => place.Member == member))
            .Select(team => team.Slug)
            .Order(StringComparer.Ordinal),
    ];
}
