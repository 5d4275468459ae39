using SentryAudit.Commands.Issue;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryIssue: resolved, reopened, and ignored (archived) in one of three ways.</summary>
public sealed class SetIssueTests : AdministrationTest
{
    private SandboxIssue Open => Acme.Issues.First(issue => issue is { Status: "unresolved", Substatus: "ongoing" });

    [Fact]
    public void An_issue_is_resolved_and_reopened()
    {
        var issue = Open;

        var now = Assert.Single(Run(Set(issue, "Resolved"), "PassThru").Of<SentryIssue>());
        Assert.Equal(("resolved", "resolved", "{}"), (now.Status, issue.Status, issue.StatusDetails));

        Run(Set(issue, "Unresolved")).ShouldSucceed();
        Assert.Equal("unresolved", issue.Status);
        Assert.All(Server.Requests.Writes(), write => Assert.Equal($"/api/0/organizations/acme/issues/{issue.Id}/", write.Path));
    }

    [Fact]
    public void An_issue_is_resolved_in_the_next_release()
    {
        var issue = Open;

        var run = Run(Set(issue), "InNextRelease");

        run.ShouldSucceed();
        Assert.Equal(
            ($"{issue.ShortId} in acme", "Change the status from unresolved to resolved in the next release"),
            (run.Asked[0].Target.Split(' ')[0] + " in acme", run.Asked[0].Action));
        Assert.Equal(("resolved", """{"inNextRelease":true}"""), (issue.Status, issue.StatusDetails));
    }

    [Fact]
    public void An_issue_is_ignored_for_a_while()
    {
        var issue = Open;
        var cmdlet = Set(issue);
        cmdlet.IgnoreFor = TimeSpan.FromHours(1.5);

        var run = Run(cmdlet, "PassThru");

        Assert.Equal("Change the status from unresolved to ignored for 90 minutes", Assert.Single(run.Asked).Action);
        Assert.Equal("archived_until_condition_met", Assert.Single(run.Of<SentryIssue>()).Substatus);
        Assert.Equal("""{"ignoreDuration":90}""", issue.StatusDetails);
    }

    [Fact]
    public void An_issue_is_ignored_until_it_escalates()
    {
        var run = Run(Set(Open), "UntilEscalating", "PassThru");

        Assert.Equal("Change the status from unresolved to ignored until it escalates", Assert.Single(run.Asked).Action);
        Assert.Equal(("ignored", "archived_until_escalating"), (run.Of<SentryIssue>()[0].Status, run.Of<SentryIssue>()[0].Substatus));
    }

    [Fact]
    public void An_issue_is_ignored_for_ever()
    {
        var run = Run(Set(Open, "Ignored"), "PassThru");

        Assert.Equal("Change the status from unresolved to ignored", Assert.Single(run.Asked).Action);
        Assert.Equal("archived_forever", Assert.Single(run.Of<SentryIssue>()).Substatus);
    }

    [Theory]
    [InlineData("Resolved", "resolved", null)]
    [InlineData("Unresolved", "unresolved", "new")]
    [InlineData("Ignored", "ignored", "archived_forever")]
    [InlineData("Ignored", "ignored", null)]
    public void What_is_already_as_wanted_is_not_sent(string status, string now, string? substatus)
    {
        var issue = Open;
        (issue.Status, issue.Substatus) = (now, substatus);

        var run = Run(Set(issue, status), "PassThru");

        Assert.Equal(now, Assert.Single(run.Of<SentryIssue>()).Status);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Theory]
    [InlineData("archived_until_escalating")]
    [InlineData("archived_until_condition_met")]
    public void An_issue_ignored_for_a_while_is_not_ignored_for_ever(string substatus)
    {
        var issue = Open;
        (issue.Status, issue.Substatus) = ("ignored", substatus);

        var run = Run(Set(issue, "Ignored"));

        Assert.Equal($"Change the substatus from {substatus} to archived_forever", Assert.Single(run.Asked).Action);
        Assert.Equal("archived_forever", issue.Substatus);
    }

    // Sentry does not report for how long, or since which release.
    [Fact]
    public void A_condition_is_set_anew()
    {
        var issue = Open;
        (issue.Status, issue.Substatus, issue.StatusDetails) = ("ignored", "archived_until_condition_met", """{"ignoreDuration":5}""");
        var cmdlet = Set(issue);
        cmdlet.IgnoreFor = TimeSpan.FromDays(1);

        Run(cmdlet).ShouldSucceed();
        Assert.Equal("""{"ignoreDuration":1440}""", issue.StatusDetails);

        (issue.Status, issue.Substatus, issue.StatusDetails) = ("resolved", null, "{}");
        Run(Set(issue), "InNextRelease").ShouldSucceed();
        Assert.Equal("""{"inNextRelease":true}""", issue.StatusDetails);
    }

    [Theory]
    [InlineData("Ignored", 0, "InNextRelease")]
    [InlineData("Resolved", 0, "UntilEscalating")]
    [InlineData("Resolved", 60)]
    [InlineData("Unresolved", 60)]
    [InlineData(null, 60, "InNextRelease")]
    [InlineData(null, 60, "UntilEscalating")]
    [InlineData(null, 0, "InNextRelease", "UntilEscalating")]
    [InlineData(null, 0.5)]
    [InlineData(null, 1.5)]
    [InlineData(null, -60)]
    public void Parameters_that_contradict_one_another_are_refused(string? status, double ignoredFor, params string[] switches)
    {
        var cmdlet = Set(Open, status);
        cmdlet.IgnoreFor = ignoredFor is 0 ? null : TimeSpan.FromMinutes(ignoredFor);

        Assert.Equal("ContradictingSentryChange", Run(cmdlet, switches).TerminatingError().ErrorId);

        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void A_call_without_any_change_is_refused() => Assert.Equal("NoSentryChange", Run(Set(Open)).TerminatingError().ErrorId);

    private static SetSentryIssueCommand Set(SandboxIssue issue, string? status = null) =>
        new()
        {
            Organization = InAcme,
            Issue = [new(issue.ShortId)],
            Status = status,
        };
}
