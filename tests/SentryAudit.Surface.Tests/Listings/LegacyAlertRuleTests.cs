using SentryAudit.Commands.AlertRule;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>A Sentry that knows neither workflows nor detectors is asked for the rules they replaced.</summary>
public sealed class LegacyAlertRuleTests(LegacySandbox sandbox) : SandboxTest(sandbox), IClassFixture<LegacySandbox>
{
    public static TheoryData<string> Faults => [.. LastingFault.Names.Where(name => name is not ("slow drip" or "no Link header"))];

    [Fact]
    public void Issue_rules_come_from_every_project()
    {
        var rules = Get<SentryAlertRule>(Command());

        Assert.Equal(
            Acme.IssueRules.Where(rule => rule.Status == "active").Select(rule => rule.Id).Order(StringComparer.Ordinal),
            rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.All(rules, rule =>
        {
            var row = Acme.IssueRules.Single(candidate => candidate.Id == rule.Id);
            Assert.Equal(SentryAlertRuleSource.LegacyRule, rule.Source);
            Assert.Equal((row.Project.Slug, row.Frequency * 60L), (rule.ProjectSlug, rule.FrequencySeconds));
            Assert.Equal((row.ActionMatch, row.FilterMatch), (rule.ActionMatch, rule.FilterMatch));
        });
    }

    [Fact]
    public void Project_narrows_them_too()
    {
        var command = Command();
        command.Project = [new(Acme.Projects[1].Slug)];

        Get<SentryAlertRule>(command);

        Assert.All(Server.Requests.To("projects/{org}/{project}/rules/"), request =>
            Assert.Contains(Acme.Projects[1].Slug, request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Metric_rules_are_those_of_the_old_endpoint()
    {
        var rules = Get<SentryAlertRule>(Command(SentryAlertRuleKind.Metric));

        Assert.Equal(Acme.MetricRules.Select(rule => rule.Id), rules.Select(rule => rule.Id));
        Assert.All(rules, rule =>
            Assert.Equal((SentryAlertRuleKind.Metric, SentryAlertRuleSource.LegacyMetricRule), (rule.Kind, rule.Source)));
    }

    [Fact]
    public void Cron_rules_are_the_monitors() =>
        Assert.Equal(
            Acme.CronMonitors.Select(monitor => monitor.Id),
            Get<SentryAlertRule>(Command(SentryAlertRuleKind.Cron)).Select(rule => rule.Id));

    [Fact]
    public void The_retired_endpoint_causes_one_warning()
    {
        var warnings = Run(Command()).Warnings;

        var warning = Assert.Single(warnings, text => text.Contains("deprecated", StringComparison.Ordinal));
        Assert.Contains("2026-05-14", warning, StringComparison.Ordinal);
        Assert.Contains("organization-workflow-index", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(Run(Command()).Warnings, text => text.Contains("deprecated", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_project_is_never_silently_missing(string faultName)
    {
        var fault = LastingFault.Of(faultName);
        var command = Command();
        command.Connection = await Server.ConnectAsync(retries: 1);
        Server.Faults.On("projects/{org}/{project}/rules/", fault.Make(), skip: 3);

        var run = Run(command);

        Assert.Equal(fault.Category, Assert.Single(run.AllErrors()).Category);
        Assert.True(run.Output.Count < Acme.IssueRules.Count(rule => rule.Status == "active"));
    }

    private GetSentryAlertRuleCommand Command(SentryAlertRuleKind kind = SentryAlertRuleKind.Issue) =>
        new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            Kind = kind,
        };
}
