using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryAlertRule -Owner: people and teams are named as people name them, and looked up before anything is sent.</summary>
public sealed class AlertRuleOwnerTests : AdministrationTest
{
    private SandboxWorkflow Rule => Acme.Workflows[0];

    private SandboxTeam Team => Acme.Teams[2];

    [Fact]
    public void A_team_is_named_by_its_slug_or_as_Sentry_does()
    {
        var names = new[] { $"#{Team.Slug}", $"#{Team.Slug.ToUpperInvariant()}", $"#{Team.Id}", $"team:{Team.Slug}", $"team:{Team.Id}" };
        foreach (var owner in names)
        {
            Rule.Owner = null;
            Run(Set(owner)).ShouldSucceed();
            Assert.Equal($"team:{Team.Id}", Rule.Owner);
        }
    }

    [Fact]
    public void A_member_is_named_by_address_in_any_case()
    {
        var member = Acme.Members.First(member => member.User is { IsActive: true });

        Run(Set(member.Email.ToUpperInvariant())).ShouldSucceed();

        Assert.Equal($"user:{member.User!.Id}", Rule.Owner);
    }

    [Fact]
    public void A_member_is_named_as_issues_show_an_assignee_or_by_the_id_of_the_account()
    {
        var member = Acme.Members.First(member => member.User is { IsActive: true });
        foreach (var owner in new[] { $"user:{member.Email}", $"user:{member.User!.Id}" })
        {
            Rule.Owner = null;
            Run(Set(owner)).ShouldSucceed();
            Assert.Equal($"user:{member.User.Id}", Rule.Owner);
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public void An_empty_owner_is_nobody(string owner)
    {
        Rule.Owner = $"team:{Team.Id}";

        Run(Set(owner)).ShouldSucceed();

        Assert.Null(Rule.Owner);
    }

    [Theory]
    [InlineData("#ghosts")]
    [InlineData("ghost@acme.example")]
    [InlineData("frontend")]
    [InlineData("team:ghosts")]
    [InlineData("team:0")]
    [InlineData("user:0")]
    [InlineData("user:")]
    public void An_unknown_owner_is_an_error_and_nothing_is_sent(string owner)
    {
        var run = Run(Set(owner, "*"));

        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
        Assert.Contains(owner, run.SingleError().Message, StringComparison.Ordinal);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void An_invitation_owns_nothing()
    {
        var invited = Acme.Members.First(member => member.User is null);

        Assert.Equal("SentryObjectNotFound", Run(Set(invited.Email)).SingleError().ErrorId);

        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void A_monitor_gets_an_owner_and_loses_it()
    {
        var monitor = Acme.Detectors.First(monitor => monitor.Type is "metric_issue");

        Run(Set($"#{Team.Slug}", monitor.Id, SentryAlertRuleKind.Metric)).ShouldSucceed();
        Assert.Equal(("team", Team.Id), (monitor.Owner!.Type, monitor.Owner.Id));

        Run(Set("none", monitor.Id, SentryAlertRuleKind.Metric)).ShouldSucceed();
        Assert.Null(monitor.Owner);
    }

    // Each organization has a team of that name, with an id of its own.
    [Fact]
    public void An_owner_is_looked_up_in_each_organization()
    {
        var slug = Acme.Teams.Select(team => team.Slug).Intersect(Globex.Teams.Select(team => team.Slug)).First();
        SentryAlertRule Of(string organization, SandboxWorkflow rule) =>
            new()
            {
                Id = rule.Id,
                OrganizationSlug = organization,
                Kind = SentryAlertRuleKind.Issue,
                Source = SentryAlertRuleSource.Workflow,
            };

        Run(
                new SetSentryAlertRuleCommand
                {
                    AlertRule = [new(Of("acme", Acme.Workflows[1])), new(Of("globex", Globex.Workflows[1]))],
                    Owner = $"#{slug}",
                }
            )
            .ShouldSucceed();

        Assert.Equal("team:" + Acme.Teams.Single(team => team.Slug == slug).Id, Acme.Workflows[1].Owner);
        Assert.Equal("team:" + Globex.Teams.Single(team => team.Slug == slug).Id, Globex.Workflows[1].Owner);
    }

    private SetSentryAlertRuleCommand Set(string owner, string? rule = null, SentryAlertRuleKind kind = SentryAlertRuleKind.Issue) =>
        new() { Organization = InAcme, AlertRule = [new(rule ?? Rule.Id)], Kind = kind, Owner = owner };
}
