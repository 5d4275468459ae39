using SentryAudit.Commands.Issue;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryIssue -AssignTo: to whom, to nobody, and to whom Sentry does not assign; and -Priority.</summary>
public sealed class AssignIssueTests : AdministrationTest
{
    private SandboxIssue Issue => Acme.Issues.First(issue => issue is { Status: "unresolved", AssignedTo: null });

    private SandboxMember Member => Acme.Members.First(member => member is { User.IsActive: true, Pending: false });

    [Fact]
    public void A_member_is_named_by_address_in_any_case()
    {
        var issue = Issue;

        var run = Run(Assign(issue, Member.User!.Email.ToUpperInvariant()), "PassThru");

        run.ShouldSucceed();
        Assert.Equal($"Change the assignee from none to user:{Member.User.Email}", Assert.Single(run.Asked).Action);
        Assert.Equal(("user", Member.User.Id), (issue.AssignedTo!.Type, issue.AssignedTo.Id));
        Assert.Equal($"user:{Member.User.Email}", Assert.Single(run.Of<SentryIssue>()).Assignee);
    }

    [Fact]
    public void A_team_is_named_by_slug_or_id_or_as_issues_show_it()
    {
        var (issue, team) = (Issue, Acme.Teams[2]);
        foreach (var named in new[] { $"#{team.Slug}", $"#{team.Id}", $"team:{team.Slug}", $"team:{team.Id}" })
        {
            issue.AssignedTo = null;
            var run = Run(Assign(issue, named));
            run.ShouldSucceed();
            Assert.Equal($"Change the assignee from none to team:{team.Slug}", Assert.Single(run.Asked).Action);
            Assert.Equal(("team", team.Id), (issue.AssignedTo!.Type, issue.AssignedTo.Id));
        }
    }

    [Fact]
    public void A_member_is_named_by_the_id_of_the_account()
    {
        var issue = Issue;

        var run = Run(Assign(issue, $"user:{Member.User!.Id}"));

        run.ShouldSucceed();
        Assert.Equal($"Change the assignee from none to user:{Member.User.Email}", Assert.Single(run.Asked).Action);
        Assert.Equal(("user", Member.User.Id), (issue.AssignedTo!.Type, issue.AssignedTo.Id));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public void An_empty_assignee_is_nobody(string named)
    {
        var issue = Acme.Issues.First(issue => issue.AssignedTo is not null);

        Run(Assign(issue, named)).ShouldSucceed();

        Assert.Null(issue.AssignedTo);
    }

    [Fact]
    public void An_assignee_who_is_already_there_is_not_sent()
    {
        var (mine, theirs) = (
            Acme.Issues.First(issue => issue.AssignedTo?.Type is "user"),
            Acme.Issues.First(issue => issue.AssignedTo?.Type is "team"));

        Run(Assign(mine, mine.AssignedTo!.Email!.ToUpperInvariant())).ShouldSucceed();
        Run(Assign(theirs, $"#{theirs.AssignedTo!.Name}")).ShouldSucceed();
        Run(Assign(Issue, "none")).ShouldSucceed();

        Assert.Empty(Server.Requests.Writes());
    }

    [Theory]
    [InlineData("#ghosts")]
    [InlineData("team:ghosts")]
    [InlineData("nobody")]
    [InlineData("user:0")]
    public void An_unknown_assignee_is_an_error_and_nothing_is_sent(string named)
    {
        var run = Run(Assign(Issue, named));

        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
        Assert.Empty(Server.Requests.Writes());
    }

    // Sentry alone knows all addresses of its users.
    [Fact]
    public void An_unknown_address_is_refused_by_Sentry()
    {
        var error = Run(Assign(Issue, "ghost@acme.example")).SingleError();

        Assert.Equal("SentryObjectNotFound", error.ErrorId);
        Assert.Contains("e-mail address of a member", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Null(Issue.AssignedTo);
    }

    [Fact]
    public void A_team_without_the_project_is_explained()
    {
        Acme.Settings["openMembership"] = "false";
        var (issue, team) = (Issue, Acme.Teams.First(team => !Issue.Project.Teams.Contains(team)));

        var error = Run(Assign(issue, $"#{team.Slug}")).SingleError();

        Assert.Equal("SentryTeamWithoutProject", error.ErrorId);
        Assert.Contains("Add-SentryProjectTeam", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Null(issue.AssignedTo);
    }

    [Fact]
    public void A_member_without_the_project_is_explained()
    {
        Acme.Settings["openMembership"] = "false";
        var (issue, member) = (
            Issue,
            Acme.Members.First(member => member is { User.IsActive: true } && !Issue.Project.IsWorkedOnBy(member)));

        var error = Run(Assign(issue, member.User!.Email)).SingleError();

        Assert.Equal("SentryMemberWithoutProject", error.ErrorId);
        Assert.Contains("Add-SentryTeamMember", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Null(issue.AssignedTo);
    }

    [Fact]
    public void Status_and_assignee_are_one_change()
    {
        var issue = Issue;
        var cmdlet = Assign(issue, "#frontend");
        cmdlet.Status = "Resolved";

        Run(cmdlet).ShouldSucceed();

        Assert.Single(Server.Requests.Writes());
        Assert.Equal(("resolved", "frontend"), (issue.Status, issue.AssignedTo?.Name));
    }

    [Fact]
    public void A_priority_is_given()
    {
        var issue = Acme.Issues.First(issue => issue.Priority is "low");
        var cmdlet = new SetSentryIssueCommand { Organization = InAcme, Issue = [new(issue.Id)], Priority = "High" };

        Assert.Equal("Change the priority from low to high", Assert.Single(Run(cmdlet).Asked).Action);
        Assert.Equal("high", issue.Priority);
    }

    private static SetSentryIssueCommand Assign(SandboxIssue issue, string named) =>
        new()
        {
            Organization = InAcme,
            Issue = [new(issue.Id)],
            AssignTo = named,
        };
}
