using SentryAudit.Commands.Access;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class AccessTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly string[] Ingredients =
    [
        "organizations/{org}/",
        "organizations/{org}/projects/",
        "teams/{org}/{team}/members/",
        "organizations/{org}/members/",
    ];

    public static TheoryData<string, string> Matrix
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var endpoint in Ingredients)
            {
                foreach (
                    var fault in LastingFault.Names.Where(name =>
                        name is not "slow drip" && (name is not "no Link header" || endpoint != Ingredients[0])))
                {
                    data.Add(endpoint, fault);
                }
            }

            return data;
        }
    }

    [Fact]
    public void There_is_a_row_for_every_person_and_every_project_they_reach()
    {
        var run = CmdletRunner.Run(Create(), "ExcludeOpenMembership");

        var expected = Acme
            .Members.Where(member => member.OrgRole != "billing")
            .SelectMany(member =>
                Acme.Projects.Where(project =>
                        member.OrgRole is "owner" or "manager"
                        || project.Teams.Any(team => team.Memberships.Any(place => place.Member == member)))
                    .Select(project => project.Slug)
                    .Order(StringComparer.Ordinal)
                    .Select(slug => (member.Id, slug)));
        Assert.Equal(expected, run.Of<SentryAccess>().Select(row => (row.MemberId, row.ProjectSlug)));
        Assert.All(run.Of<SentryAccess>().Where(row => row.Pending is true), row => Assert.Null(row.Has2FA));
    }

    [Fact]
    public void Open_membership_is_access()
    {
        var run = CmdletRunner.Run(Create());

        run.ShouldSucceed();
        Assert.Equal(Acme.Members.Count(member => member.OrgRole != "billing") * Acme.Projects.Count, run.Output.Count);
        Assert.Contains(run.Of<SentryAccess>(), row => row.Grant is SentryAccessGrant.OpenMembership && row.TeamSlugs!.Count == 0);
    }

    [Fact]
    public void A_role_that_Sentry_does_not_explain_is_an_error()
    {
        var strange = Acme
            .Members.Where(member => member.OrgRole is not ("owner" or "manager" or "admin" or "member" or "billing"))
            .ToArray();

        var run = CmdletRunner.Run(Create(), "ExcludeOpenMembership");

        Assert.NotEmpty(strange);
        Assert.Equal(strange.Select(member => member.Email), run.Errors.Select(error => error.Target));
        Assert.All(run.AllErrors(), error => Assert.Equal("SentryRoleUnknown", error.ErrorId));
    }

    [Fact]
    public void There_is_no_call_for_each_member()
    {
        CmdletRunner.Run(Create());

        Assert.InRange(Server.Requests.Count, 1, Acme.Teams.Count + (Acme.Members.Count / 100) + (Acme.Projects.Count / 100) + 6);
    }

    [Fact]
    public void People_and_projects_can_be_named()
    {
        var owner = Acme.Members.First(member => member.OrgRole == "owner");
        var project = Acme.Projects[7];

        var row = Assert.Single(Get<SentryAccess>(Create([new(owner.Email)], [new(project.Slug)])));

        Assert.Equal((owner.Id, project.Slug, SentryAccessGrant.GlobalRole), (row.MemberId, row.ProjectSlug, row.Grant));
    }

    [Fact]
    public void Somebody_without_access_is_not_an_error_and_somebody_unknown_is()
    {
        var nobody = Acme.Members.First(member => member.OrgRole == "billing");

        Assert.Empty(Get<SentryAccess>(Create([new(nobody.Email)])));
        Assert.Equal("SentryObjectNotFound", CmdletRunner.Run(Create([new("who@acme.example")])).SingleError().ErrorId);
        Assert.Equal("SentryObjectNotFound", CmdletRunner.Run(Create([new(nobody.Email)], [new("no-such-project")])).SingleError().ErrorId);
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_part_that_can_not_be_read_is_an_error_and_nobodys_access(string endpoint, string faultName)
    {
        var fault = LastingFault.Of(faultName);
        var connection = await Server.ConnectAsync(retries: 0);
        var rule = Server.Faults.On(endpoint, fault.Make());

        var run = CmdletRunner.Run(new GetSentryAccessCommand { Connection = connection, Organization = [new("acme")] });

        Assert.True(rule.Applied > 0);
        Assert.Contains(run.AllErrors(), error => error.Category == fault.Category);
        Assert.Equal(fault.Category is SentryErrorCategory.AuthenticationError, run.Terminated is not null);
        if (faultName != "no Link header")
        {
            Assert.Empty(run.Output);
        }
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task One_team_that_can_not_be_read_does_not_take_the_others_with_it(int status)
    {
        var connection = await Server.ConnectAsync(retries: 0);
        Server.Faults.On("teams/{org}/{team}/members/", Fault.Status(status, """{"detail":"Internal Error"}"""), times: 1);

        var cmdlet = new GetSentryAccessCommand { Connection = connection, Organization = [new("acme")] };
        var run = CmdletRunner.Run(cmdlet, "ExcludeOpenMembership");

        var error = Assert.Single(run.Errors, error => error.Exception is SentryApiException);
        Assert.Contains(Acme.Teams, team => team.Slug == (string?)error.Target);
        Assert.NotEmpty(run.Output);
    }

    private GetSentryAccessCommand Create(MemberReference[]? members = null, ProjectReference[]? projects = null) =>
        new() { Connection = Connection, Organization = [new("acme")], Member = members, Project = projects };
}
