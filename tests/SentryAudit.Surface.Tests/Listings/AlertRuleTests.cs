using SentryAudit.Api.Stats;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class AlertRuleTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void The_default_is_all_workflows_with_those_attached_to_nothing()
    {
        var rules = Get<SentryAlertRule>(Command());

        Assert.Equal(Acme.Workflows.Select(workflow => workflow.Id), rules.Select(rule => rule.Id));
        Assert.All(rules, rule => Assert.Equal((SentryAlertRuleKind.Issue, SentryAlertRuleSource.Workflow), (rule.Kind, rule.Source)));
        Assert.Equal([], rules[3].ProjectSlugs!);
        Assert.Null(rules[3].ProjectSlug);
        Assert.Equal(3, rules[1].ProjectSlugs!.Count);
        Assert.Null(rules[1].ProjectSlug);
        Assert.Equal(Acme.Projects[0].Slug, rules[0].ProjectSlug);
    }

    [Fact]
    public void An_object_needs_no_Kind()
    {
        var metric = Get<SentryAlertRule>(Command(SentryAlertRuleKind.Metric))[0];

        Assert.Equal(
            metric.Id,
            Assert
                .Single(
                    Get<SentryAlertRule>(
                        new GetSentryAlertRuleCommand
                        {
                            Connection = Connection,
                            Organization = [new("acme")],
                            AlertRule = [new(metric)],
                        }
                    ))
                .Id);
    }

    [Fact]
    public void Frequency_is_minutes_on_the_wire()
    {
        foreach (var rule in Get<SentryAlertRule>(Command()))
        {
            var row = Acme.Workflows.Single(workflow => workflow.Id == rule.Id);
            Assert.Equal(TimeSpan.FromMinutes(row.Frequency), rule.Frequency);
            Assert.Equal(row.Frequency * 60L, rule.FrequencySeconds);
            Assert.Equal((row.Enabled ? "active" : "disabled", row.Environment, row.Owner), (rule.Status, rule.Environment, rule.Owner));
            Assert.Equal(1, rule.ActionCount);
            Assert.DoesNotContain("-short", rule.ActionMatch ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(SentryAlertRuleKind.Metric, "metric_issue")]
    [InlineData(SentryAlertRuleKind.Uptime, "uptime_domain_failure")]
    [InlineData(SentryAlertRuleKind.Cron, "monitor_check_in_failure")]
    public void Other_kinds_are_detectors(SentryAlertRuleKind kind, string type)
    {
        var rules = Get<SentryAlertRule>(Command(kind));

        Assert.Equal(
            Acme.Detectors.Where(detector => detector.Type == type).Select(detector => detector.Id),
            rules.Select(rule => rule.Id));
        Assert.All(rules, rule => Assert.Equal((kind, SentryAlertRuleSource.Detector), (rule.Kind, rule.Source)));
        Assert.All(rules, rule => Assert.Equal(Acme.Detectors.Single(detector => detector.Id == rule.Id).Project!.Slug, rule.ProjectSlug));
    }

    [Fact]
    public void All_is_the_sum_of_the_kinds()
    {
        SentryAlertRuleKind[] kinds =
        [
            SentryAlertRuleKind.Issue,
            SentryAlertRuleKind.Metric,
            SentryAlertRuleKind.Uptime,
            SentryAlertRuleKind.Cron,
        ];

        Assert.Equal(
            kinds.Sum(kind => Get<SentryAlertRule>(Command(kind)).Length),
            Get<SentryAlertRule>(Command(SentryAlertRuleKind.All)).Length);
    }

    [Theory]
    [InlineData("Alert 1: first_seen_event", 1)]
    [InlineData("9001", 1)]
    [InlineData("Alert ?: *", 9)]
    public void A_rule_is_found_by_name_id_and_wildcard(string key, int count)
    {
        var command = Command();
        command.AlertRule = [new(key)];

        Assert.Equal(count, Get<SentryAlertRule>(command).Length);
    }

    [Fact]
    public void An_object_is_a_key()
    {
        var rule = Get<SentryAlertRule>(Command())[4];
        var command = Command();
        command.AlertRule = [new(rule)];

        Assert.Equal(rule.Id, Assert.Single(Get<SentryAlertRule>(command)).Id);
    }

    [Fact]
    public void Project_leaves_out_what_is_attached_to_nothing()
    {
        var project = Acme.Projects[2];
        var command = Command();
        command.Project = [new(project.Slug)];
        var expected = Acme.Workflows.Where(workflow => workflow.Detectors.Exists(detector => detector.Project == project));

        Assert.Equal(expected.Select(workflow => workflow.Id), Get<SentryAlertRule>(command).Select(rule => rule.Id));
    }

    [Fact]
    public void An_unknown_rule_and_an_unknown_project_are_errors()
    {
        var command = Command();
        command.AlertRule = [new("ghost")];
        Assert.Equal("ghost", Assert.Single(Run(command).Errors).Target);

        var ofProject = Command();
        ofProject.Project = [new("ghost")];
        Assert.Equal("ghost", Assert.Single(Run(ofProject).Errors).Target);
    }

    [Fact]
    public void Nothing_is_hidden_by_Sentrys_defaults()
    {
        Get<SentryAlertRule>(Command(SentryAlertRuleKind.All));

        Assert.All(Server.Requests.To("organizations/{org}/workflows/").Concat(Server.Requests.To("organizations/{org}/detectors/")),
            request => Assert.Contains("project=-1", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public void A_brownout_is_no_reason_to_ask_the_old_endpoints()
    {
        Server.Faults.On("organizations/{org}/workflows/", Fault.BrownOut());

        var run = Run(Command());

        Assert.Equal("SentryBrownout", run.SingleError().ErrorId);
        Assert.Empty(run.Output);
        Assert.Empty(Server.Requests.To("projects/{org}/{project}/rules/"));
    }

    private GetSentryAlertRuleCommand Command(SentryAlertRuleKind kind = SentryAlertRuleKind.Issue) =>
        new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            Kind = kind,
        };
}
