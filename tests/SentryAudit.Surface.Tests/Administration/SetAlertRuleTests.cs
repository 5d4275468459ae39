using System.Text;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Faults.Kinds;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryAlertRule on workflows and detectors: what is asked for changes, and nothing else.</summary>
public sealed class SetAlertRuleTests : AdministrationTest
{
    private SandboxWorkflow Disabled => Acme.Workflows.First(rule => !rule.Enabled);

    private SandboxDetector Metric => Acme.Detectors.First(monitor => monitor.Type is "metric_issue");

    [Fact]
    public void Nothing_else_changes()
    {
        var rule = Disabled;
        (rule.Environment, rule.Owner) = ("production", "team:" + Acme.Teams[0].Id);
        var before = (rule.Environment, rule.Owner, rule.Frequency, rule.Triggers, Actions(rule), Connections(rule));

        var now = Assert.Single(Run(Set(rule, name: "Another"), "PassThru").Of<SentryAlertRule>());

        Assert.Equal(("Another", "disabled"), (now.Name, now.Status));
        Assert.False(rule.Enabled);
        Assert.Equal(before, (rule.Environment, rule.Owner, rule.Frequency, rule.Triggers, Actions(rule), Connections(rule)));
    }

    [Fact]
    public void A_monitor_stays_disabled_and_keeps_its_owner()
    {
        var monitor = Metric;
        (monitor.Enabled, monitor.Description) = (false, "Since May.");
        var owner = monitor.Owner;

        Run(
                new SetSentryAlertRuleCommand
                {
                    Organization = InAcme,
                    AlertRule = [new(monitor.Id)],
                    Kind = SentryAlertRuleKind.Metric,
                    Name = "Another",
                }
            )
            .ShouldSucceed();

        Assert.Equal(("Another", false, "Since May.", owner), (monitor.Name, monitor.Enabled, monitor.Description, monitor.Owner));
    }

    [Fact]
    public void A_changed_rule_that_cannot_be_read_is_uncertain()
    {
        Server.Faults.On("GET organizations/{org}/workflows/{workflow}/", Fault.Empty(403), skip: 1);

        var error = Run(Set(Acme.Workflows[0], name: "Another")).SingleError();

        Assert.Equal("SentryChangeUncertain", error.ErrorId);
        Assert.Contains("was accepted", error.Message, StringComparison.Ordinal);
        Assert.Equal("Another", Acme.Workflows[0].Name);
    }

    [Theory]
    [InlineData("\"actions\":[{", "\"actions\":[],\"were\":[{")]
    [InlineData("\"detectorIds\":[", "\"detectorIds\":[],\"were\":[")]
    public void A_setting_that_Sentry_did_not_take_is_an_error(string there, string then)
    {
        Server.Faults.On("GET organizations/{org}/workflows/{workflow}/", Saying(there, then), skip: 1);

        Assert.Equal("SentryChangeIncomplete", Run(Set(Acme.Workflows[0], name: "Another")).SingleError().ErrorId);
    }

    [Theory]
    [InlineData(0, 5, 10, 30, 60, 180, 720, 1440)]
    public void Frequencies_that_Sentry_knows_are_accepted(params int[] allowed)
    {
        var rule = Acme.Workflows[0];
        foreach (var minutes in allowed)
        {
            rule.Frequency = minutes is 0 ? 5 : 0;
            Run(Set(rule, frequency: TimeSpan.FromMinutes(minutes))).ShouldSucceed();
            Assert.Equal(minutes, rule.Frequency);
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(30.5)]
    [InlineData(2880)]
    [InlineData(-5)]
    public void Other_frequencies_are_refused_in_the_plan(double minutes)
    {
        var run = Plan(Set(Acme.Workflows[0], frequency: TimeSpan.FromMinutes(minutes)));

        Assert.Equal("InvalidSentryFrequency", run.SingleError().ErrorId);
        Assert.Contains("0, 5, 10, 30, 60, 180, 720, 1440", run.SingleError().RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(run.Asked);
    }

    [Fact]
    public void A_monitor_has_neither_frequency_nor_environment()
    {
        SetSentryAlertRuleCommand Of(TimeSpan? frequency, string? environment) =>
            new()
            {
                Organization = InAcme,
                AlertRule = [new(Metric.Id)],
                Kind = SentryAlertRuleKind.Metric,
                Frequency = frequency,
                Environment = environment,
            };

        Assert.Equal("SentryAlertRuleWithoutFrequency", Plan(Of(TimeSpan.FromHours(1), environment: null)).SingleError().ErrorId);
        Assert.Equal("SentryAlertRuleWithoutEnvironment", Plan(Of(frequency: null, "staging")).SingleError().ErrorId);
    }

    [Fact]
    public void An_empty_environment_means_all_of_them()
    {
        var rule = Acme.Workflows.First(rule => rule.Environment is "production");

        Assert.Equal("Change the environment from production to none", Assert.Single(Plan(Set(rule, environment: "")).Asked).Action);
        var now = Assert.Single(Run(Set(rule, environment: ""), "PassThru").Of<SentryAlertRule>());

        Assert.Null(now.Environment);
        Assert.Null(rule.Environment);
    }

    [Fact]
    public void What_is_already_as_wanted_is_not_sent()
    {
        var rule = Acme.Workflows[0];

        var run = Run(Set(rule, rule.Name, TimeSpan.FromMinutes(rule.Frequency), rule.Environment ?? "", rule.Owner ?? "none"), "PassThru");

        run.ShouldSucceed();
        Assert.Equal(rule.Id, Assert.Single(run.Of<SentryAlertRule>()).Id);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    private static string Actions(SandboxWorkflow rule) =>
        string.Join(' ', rule.ActionFilters.SelectMany(group => group.Actions).Select(action => action.Id));

    private static string Connections(SandboxWorkflow rule) => string.Join(' ', rule.Detectors.Select(detector => detector.Id));

    private static AlteredAnswer Saying(string there, string then) => new(answer =>
    {
        var text = Encoding.UTF8.GetString(answer.Body.Span);
        Assert.Contains(there, text, StringComparison.Ordinal);
        return answer with { Body = Encoding.UTF8.GetBytes(text.Replace(there, then, StringComparison.Ordinal)) };
    });

    private static SetSentryAlertRuleCommand Set(
        SandboxWorkflow rule,
        string? name = null,
        TimeSpan? frequency = null,
        string? environment = null,
        string? owner = null) =>
        new()
        {
            Organization = InAcme,
            AlertRule = [new(rule.Id)],
            Name = name,
            Frequency = frequency,
            Environment = environment,
            Owner = owner,
        };
}
