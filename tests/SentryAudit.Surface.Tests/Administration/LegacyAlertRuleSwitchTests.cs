using System.Text;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Faults.Kinds;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>The rules of a Sentry before workflows can't be disabled, only muted; and some not even that.</summary>
public sealed class LegacyAlertRuleSwitchTests : AdministrationTest
{
    private const SentryAlertRuleKind Issue = SentryAlertRuleKind.Issue;
    private const SentryAlertRuleKind Metric = SentryAlertRuleKind.Metric;

    protected override SandboxOptions Options => new() { RateLimits = false, SelfHosted = true, LegacyAlertsOnly = true };

    private SandboxIssueRule IssueRule => Acme.IssueRules.First(rule => rule.Status is "active");

    private SandboxMetricRule MetricRule => Acme.MetricRules[0];

    [Theory]
    [InlineData(Issue)]
    [InlineData(Metric)]
    public void Disabling_mutes_a_rule_for_everybody(SentryAlertRuleKind kind)
    {
        Assert.Equal(
            "Mute the rule for everybody, because this version of Sentry can't disable rules: it will notify nobody until it is enabled",
            Assert.Single(Plan(Disable(kind)).Asked).Action);

        Assert.Equal("muted", Assert.Single(Run(Disable(kind), "PassThru").Of<SentryAlertRule>()).Status);

        Assert.True(IsMuted(kind));
        Assert.Equal("""{"target":"everyone"}""", Assert.Single(Server.Requests.Writes()).Body);
    }

    [Theory]
    [InlineData(Issue)]
    [InlineData(Metric)]
    public void Enabling_unmutes_a_rule(SentryAlertRuleKind kind)
    {
        Mute(kind, isMuted: true);

        Assert.Equal("Unmute the rule for everybody: it will notify again", Assert.Single(Plan(Enable(kind)).Asked).Action);
        Assert.Equal("active", Assert.Single(Run(Enable(kind), "PassThru").Of<SentryAlertRule>()).Status);

        Assert.False(IsMuted(kind));
    }

    [Theory]
    [InlineData(Issue, true)]
    [InlineData(Issue, false)]
    [InlineData(Metric, true)]
    [InlineData(Metric, false)]
    public void A_rule_that_is_already_switched_is_not_sent(SentryAlertRuleKind kind, bool isMuted)
    {
        Mute(kind, isMuted);

        Run(Switch(kind, !isMuted)).ShouldSucceed();

        Assert.Empty(Server.Requests.Writes());
    }

    // Sentry answers 410 and 404 then.
    [Theory]
    [InlineData(Issue, true)]
    [InlineData(Issue, false)]
    [InlineData(Metric, true)]
    [InlineData(Metric, false)]
    public void A_rule_that_somebody_else_switched_meanwhile_is_no_failure(SentryAlertRuleKind kind, bool isMuted)
    {
        Mute(kind, !isMuted);

        var run = Run(Switch(kind, !isMuted), new RecordingPipeline { OnAsk = () => Mute(kind, isMuted) }, "PassThru");

        run.ShouldSucceed();
        Assert.Equal(isMuted ? "muted" : "active", Assert.Single(run.Of<SentryAlertRule>()).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rule_that_is_gone_is_not_switched(bool isMuted)
    {
        var rule = IssueRule;
        rule.Snooze = !isMuted;

        var run = Run(Switch(Issue, !isMuted), new RecordingPipeline { OnAsk = () => Acme.IssueRules.Remove(rule) }, "PassThru");

        Assert.Equal(SentryErrorCategory.ObjectNotFound, run.SingleError().Category);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_rule_that_Sentry_itself_disabled_cannot_be_switched()
    {
        MetricRule.Status = 5;

        Assert.Equal("SentryAlertRuleFixed", Run(Enable(Metric)).SingleError().ErrorId);

        Assert.Empty(Server.Requests.Writes());
    }

    // 6: there is not enough data yet. The rule is on.
    [Fact]
    public void A_rule_that_lacks_data_is_unmuted_all_the_same()
    {
        (MetricRule.Status, MetricRule.Snooze) = (6, true);

        var run = Run(Enable(Metric), "PassThru");

        run.ShouldSucceed();
        Assert.Equal("6", Assert.Single(run.Of<SentryAlertRule>()).Status);
        Assert.False(MetricRule.Snooze);
    }

    [Fact]
    public void Cron_monitors_are_refused() =>
        Assert.All(Fixed(Acme.CronMonitors[0].Id, SentryAlertRuleKind.Cron), run =>
            Assert.Equal("SentryAlertRuleFixed", run.SingleError().ErrorId));

    [Fact]
    public void Uptime_monitors_are_refused()
    {
        Server.Faults.On(
            "organizations/{org}/combined-rules/",
            new AlteredAnswer(answer =>
                answer with
                {
                    Body = Encoding.UTF8.GetBytes(
                        Encoding.UTF8.GetString(answer.Body.Span).Replace("\"alert_rule\"", "\"uptime\"", StringComparison.Ordinal)),
                }
            ));

        Assert.All(Fixed(MetricRule.Id, SentryAlertRuleKind.Uptime), run =>
            Assert.Equal("SentryAlertRuleFixed", run.SingleError().ErrorId));
    }

    private IEnumerable<RecordingPipeline> Fixed(string rule, SentryAlertRuleKind kind) =>
    [
        Plan(new DisableSentryAlertRuleCommand { Organization = InAcme, AlertRule = [new(rule)], Kind = kind }),
        Plan(new RemoveSentryAlertRuleCommand { Organization = InAcme, AlertRule = [new(rule)], Kind = kind }),
        Plan(new SetSentryAlertRuleCommand { Organization = InAcme, AlertRule = [new(rule)], Kind = kind, Name = "Another" }),
    ];

    private bool IsMuted(SentryAlertRuleKind kind) => kind is Issue ? IssueRule.Snooze : MetricRule.Snooze;

    private void Mute(SentryAlertRuleKind kind, bool isMuted) =>
        _ = kind is Issue ? IssueRule.Snooze = isMuted : MetricRule.Snooze = isMuted;

    private DisableSentryAlertRuleCommand Disable(SentryAlertRuleKind kind) =>
        new()
        {
            Organization = InAcme,
            AlertRule = [new(IdOf(kind))],
            Kind = kind,
        };

    private EnableSentryAlertRuleCommand Enable(SentryAlertRuleKind kind) =>
        new()
        {
            Organization = InAcme,
            AlertRule = [new(IdOf(kind))],
            Kind = kind,
        };

    private SentryAlertRuleChangeCmdlet Switch(SentryAlertRuleKind kind, bool isEnabled) => isEnabled ? Enable(kind) : Disable(kind);

    private string IdOf(SentryAlertRuleKind kind) => kind is Issue ? IssueRule.Id : MetricRule.Id;
}
