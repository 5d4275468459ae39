using SentryAudit.Cmdlets;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Release;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Reach;

/// <summary>A listing that leaves out what belongs to projects out of reach says so.</summary>
public sealed class ReachWarningTests(ClosedSandbox sandbox) : ClosedMembershipTest(sandbox), IClassFixture<ClosedSandbox>
{
    [Theory]
    [MemberData(nameof(Dependent))]
    public void A_listing_says_once_how_many_projects_are_out_of_reach(string listing)
    {
        var run = RunAs(Plain, listing);

        run.ShouldSucceed();
        Assert.StartsWith(Warning, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.All(Hidden, slug => Assert.Contains(slug, run.Warnings[0], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Dependent))]
    public void Who_reaches_every_project_is_not_warned(string listing)
    {
        var run = RunAs(Connection, listing);

        run.ShouldSucceed();
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public async Task Of_an_integration_that_has_no_memberships_nothing_is_claimed()
    {
        var integration = await Server.ConnectAsync(
            Server.CreateToken(SandboxTokenKind.Integration, "org:read", "project:read", "project:releases"), organization: "acme");

        Assert.Empty(RunAs(integration, "releases").Warnings);
    }

    [Fact]
    public void Projects_that_were_not_asked_for_are_not_counted()
    {
        var reached = Active.First(project => project.IsWorkedOnBy(Me));

        ProjectReference[] asked = [new(reached.Slug)];

        foreach (var cmdlet in new SentryCmdlet[]
        {
            new GetSentryReleaseCommand { Organization = InAcme, Project = asked },
            new GetSentryProjectKeyCommand { Organization = InAcme, Project = asked },
            new GetSentryIssueCommand { Organization = InAcme, Project = asked },
        })
        {
            var run = RunAs(Plain, cmdlet);

            run.ShouldSucceed();
            Assert.Empty(run.Warnings);
        }
    }

    [Fact]
    public void Nothing_within_reach_is_a_warning_and_no_missing_header()
    {
        var places = Acme.Teams.Select(team => (team, mine: team.Memberships.FindAll(place => place.Member == Me))).ToArray();
        places.ToList().ForEach(place => place.team.Memberships.RemoveAll(place.mine.Contains));
        try
        {
            foreach (var listing in new[] { "releases", "monitors" })
            {
                var run = RunAs(Plain, listing);

                run.ShouldSucceed();
                Assert.StartsWith("No project of acme is within this token's reach", Assert.Single(run.Warnings), StringComparison.Ordinal);
            }
        }
        finally
        {
            places.ToList().ForEach(place => place.team.Memberships.AddRange(place.mine));
        }
    }
}
