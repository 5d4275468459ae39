using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Reach;

/// <summary>One refused project or team never ends a listing.</summary>
public sealed class RefusedProjectTests(ClosedLegacySandbox sandbox)
    : ClosedMembershipTest(sandbox), IClassFixture<ClosedLegacySandbox>
{
    [Theory]
    [MemberData(nameof(Dependent))]
    public void An_older_Sentry_gives_what_is_within_reach_and_the_warning(string listing)
    {
        var run = RunAs(Plain, listing);

        // The detectors of a monitor are on no older server.
        if (listing is not "monitors")
        {
            run.ShouldSucceed();
            Assert.StartsWith(Warning, Assert.Single(run.Warnings, IsAboutReach), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_projects_together_are_refused_and_those_within_reach_are_given()
    {
        var run = RunAs(Plain, new GetSentryAlertRuleCommand { Organization = InAcme, Kind = SentryAlertRuleKind.Metric });

        run.ShouldSucceed();
        var reached = Acme.MetricRules.Where(rule => rule.Project.Status is "active" && rule.Project.IsWorkedOnBy(Me));
        Assert.Equal(
            reached.Select(rule => rule.Id).Order(),
            run.Of<SentryAlertRule>().Select(rule => rule.Id).Order());
    }

    [Fact]
    public void A_refused_project_is_named_and_the_rest_goes_on()
    {
        Server.Faults.On("projects/{org}/{project}/rules/", Fault.Empty(403), times: 1);

        var run = RunAs(Connection, new GetSentryAlertRuleCommand { Organization = InAcme, Kind = SentryAlertRuleKind.All });

        Assert.Contains("for project ", run.SingleError().Message, StringComparison.Ordinal);
        Assert.Contains(run.Of<SentryAlertRule>(), rule => rule.Kind is SentryAlertRuleKind.Issue);
        Assert.Contains(run.Of<SentryAlertRule>(), rule => rule.Kind is SentryAlertRuleKind.Metric);
    }

    [Fact]
    public void The_same_refusal_of_many_projects_is_one_error_that_names_them()
    {
        var run = RunAs(Plain, new GetSentryEventCommand { Organization = InAcme, Project = [new("*")] });

        var error = run.SingleError();
        Assert.Equal("SentryForbidden", error.ErrorId);
        Assert.Contains($"{Hidden.Length} projects of acme", error.Message, StringComparison.Ordinal);
        Assert.All(Hidden, slug => Assert.Contains(slug, error.Message, StringComparison.Ordinal));
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void A_refused_team_is_named_and_the_advice_is_to_join_it()
    {
        var team = Acme.Teams.First(candidate => !candidate.Memberships.Exists(place => place.Member == Me));

        var error = RunAs(Plain, new GetSentryTeamMemberCommand { Organization = InAcme, Team = [new(team.Slug)] }).SingleError();

        Assert.Contains($"team {team.Slug} of acme", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('{', error.Message);
        Assert.Contains($"is not a member of team {team.Slug}", error.RecommendedAction, StringComparison.Ordinal);
    }

    // What is deprecated is told as well.
    private static bool IsAboutReach(string warning) => warning.Contains("reach", StringComparison.Ordinal);
}
