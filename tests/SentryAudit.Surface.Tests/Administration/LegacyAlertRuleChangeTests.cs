using System.Text.Json;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryAlertRule on a Sentry before workflows, which takes what is not sent as removed.</summary>
public sealed class LegacyAlertRuleChangeTests : AdministrationTest
{
    protected override SandboxOptions Options => new() { RateLimits = false, SelfHosted = true, LegacyAlertsOnly = true };

    private SandboxIssueRule IssueRule => Acme.IssueRules.First(rule => rule.Status is "active");

    private SandboxMetricRule MetricRule => Acme.MetricRules[0];

    [Fact]
    public void An_issue_rule_keeps_all_that_it_has()
    {
        var rule = IssueRule;
        (rule.Environment, rule.Owner, rule.ActionMatch, rule.FilterMatch, rule.Frequency, rule.Snooze) = (
            "production",
            "team:" + Acme.Teams[0].Id,
            "any",
            "none",
            77,
            true);
        (rule.Conditions, rule.Filters, rule.Actions) = (
            """[{"id":"a.Condition","value":5}]""",
            """[{"id":"a.Filter","time":"week"}]""",
            """[{"id":"a.Action","channel":"#alerts"}]"""
        );
        var before = (
            rule.Environment,
            rule.Owner,
            rule.ActionMatch,
            rule.FilterMatch,
            rule.Frequency,
            rule.Snooze,
            rule.Conditions,
            rule.Filters,
            rule.Actions);

        var now = Assert.Single(Run(Set(rule.Id, name: "Another"), "PassThru").Of<SentryAlertRule>());

        Assert.Equal(("Another", "muted", "Another"), (now.Name, now.Status, rule.Name));
        Assert.Equal(
            before,
            (
                rule.Environment,
                rule.Owner,
                rule.ActionMatch,
                rule.FilterMatch,
                rule.Frequency,
                rule.Snooze,
                rule.Conditions,
                rule.Filters,
                rule.Actions));
    }

    [Fact]
    public void A_metric_rule_is_sent_whole()
    {
        var rule = MetricRule;
        var (metric, owner) = (rule.Metric, rule.Owner);

        Run(Set(rule.Id, SentryAlertRuleKind.Metric, name: "Another")).ShouldSucceed();

        Assert.Equal(("Another", metric, owner), (rule.Name, rule.Metric, rule.Owner));
        using var body = JsonDocument.Parse(Assert.Single(Server.Requests.Writes()).Body);
        Assert.Equal(
            metric.Threshold,
            Assert.Single(body.RootElement.GetProperty("triggers").EnumerateArray()).GetProperty("alertThreshold").GetDouble());
        Assert.Equal(
            (metric.TimeWindow / 60.0, metric.Dataset),
            (body.RootElement.GetProperty("timeWindow").GetDouble(), body.RootElement.GetProperty("dataset").GetString()));
        Assert.All(new[] { "query", "aggregate", "thresholdType", "projects", "eventTypes", "comparisonDelta" }, key =>
            Assert.True(body.RootElement.TryGetProperty(key, out _)));
        Assert.False(body.RootElement.TryGetProperty("id", out _));
    }

    [Fact]
    public void Environment_and_owner_are_taken_away()
    {
        var (issue, metric) = (IssueRule, MetricRule);
        (issue.Environment, issue.Owner) = ("production", "team:" + Acme.Teams[0].Id);
        (metric.Metric, metric.Owner) = (metric.Metric with { Environment = "production" }, "team:" + Acme.Teams[0].Id);

        Run(Set(issue.Id, environment: "", owner: "none")).ShouldSucceed();
        Run(Set(metric.Id, SentryAlertRuleKind.Metric, environment: "", owner: "none")).ShouldSucceed();

        Assert.Equal((null, null, null, null), (issue.Environment, issue.Owner, metric.Metric.Environment, metric.Owner));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(77)]
    [InlineData(43_200)]
    public void Frequencies_are_whole_minutes_up_to_a_month(int minutes)
    {
        IssueRule.Frequency = 30;

        Run(Set(IssueRule.Id, frequency: TimeSpan.FromMinutes(minutes))).ShouldSucceed();

        Assert.Equal(minutes, IssueRule.Frequency);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(5.5)]
    [InlineData(43_201)]
    public void Other_frequencies_are_refused_in_the_plan(double minutes)
    {
        var error = Plan(Set(IssueRule.Id, frequency: TimeSpan.FromMinutes(minutes))).SingleError();

        Assert.Equal("InvalidSentryFrequency", error.ErrorId);
        Assert.Contains("5 to 43200", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_rule_has_no_frequency() =>
        Assert.Equal(
            "SentryAlertRuleWithoutFrequency",
            Plan(Set(MetricRule.Id, SentryAlertRuleKind.Metric, frequency: TimeSpan.FromHours(1))).SingleError().ErrorId);

    private static SetSentryAlertRuleCommand Set(
        string rule,
        SentryAlertRuleKind kind = SentryAlertRuleKind.Issue,
        string? name = null,
        TimeSpan? frequency = null,
        string? environment = null,
        string? owner = null) =>
        new()
        {
            Organization = InAcme,
            AlertRule = [new(rule)],
            Kind = kind,
            Name = name,
            Frequency = frequency,
            Environment = environment,
            Owner = owner,
        };
}
