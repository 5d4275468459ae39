using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>
/// Enable-, Disable- and Remove-SentryAlertRule on workflows and detectors, and how objects of different kinds are
/// distinguished.
/// </summary>
public sealed class SwitchAlertRuleTests : AdministrationTest
{
    private SandboxDetector Metric => Acme.Detectors.First(monitor => monitor.Type is "metric_issue");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_but_the_switch_is_changed(bool isEnabled)
    {
        var rule = Acme.Workflows[4];
        (rule.Enabled, rule.Environment, rule.Owner) = (!isEnabled, "production", "team:" + Acme.Teams[0].Id);
        string[] Everything() =>
            [
                rule.Name,
                rule.Environment!,
                rule.Owner!,
                $"{rule.Frequency}",
                rule.Triggers!.Id,
                .. rule.ActionFilters.SelectMany(group => group.Actions).Select(action => action.Id),
                .. rule.Detectors.Select(detector => detector.Id),
            ];
        var before = Everything();

        var now = Assert.Single(Run(Switch(isEnabled, rule.Id), "PassThru").Of<SentryAlertRule>());

        Assert.Equal(isEnabled ? "active" : "disabled", now.Status);
        Assert.Equal(isEnabled, rule.Enabled);
        Assert.Equal(before, Everything());
        Assert.Equal($"/api/0/organizations/acme/workflows/{rule.Id}/", Assert.Single(Server.Requests.Writes()).Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rule_that_is_already_switched_is_returned_and_not_sent(bool isEnabled)
    {
        Acme.Workflows[4].Enabled = isEnabled;

        var run = Run(Switch(isEnabled, Acme.Workflows[4].Id), "PassThru");

        Assert.Single(run.Of<SentryAlertRule>());
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void The_plan_names_the_projects_and_who_is_notified()
    {
        var rule = Acme.Workflows[0];

        Assert.Equal(
            ($"{rule.Name} of web-frontend in acme", "Disable the rule: it will notify nobody until it is enabled"),
            Assert.Single(Plan(Switch(isEnabled: false, rule.Id)).Asked));
        Assert.Equal(
            $"Remove the issue rule, which notifies email team:{Acme.Teams[0].Id}; Sentry will delete it later",
            Assert.Single(Plan(new RemoveSentryAlertRuleCommand { Organization = InAcme, AlertRule = [new(rule.Id)] }).Asked).Action);
    }

    // Get-SentryAlertRule -Kind All | Disable-SentryAlertRule
    [Fact]
    public void Objects_from_the_pipeline_bring_their_kind()
    {
        var all = Run(new GetSentryAlertRuleCommand { Organization = InAcme, Kind = SentryAlertRuleKind.All }).Of<SentryAlertRule>();

        CmdletRunner.Pipe(all, new DisableSentryAlertRuleCommand { Connection = Connection }).ShouldSucceed();

        Assert.DoesNotContain(Acme.Workflows, rule => rule.Enabled);
        Assert.All(Acme.Detectors, monitor => Assert.Equal(all.All(rule => rule.Id != monitor.Id), monitor.Enabled));
    }

    // Disable-SentryAlertRule -AlertRule $monitor: no property is bound then.
    [Fact]
    public void An_object_as_an_argument_brings_its_kind_too()
    {
        var monitor = Assert.Single(
            Run(
                    new GetSentryAlertRuleCommand
                    {
                        Organization = InAcme,
                        AlertRule = [new(Metric.Id)],
                        Kind = SentryAlertRuleKind.Metric,
                    }
                )
                .Of<SentryAlertRule>());

        Run(new DisableSentryAlertRuleCommand { AlertRule = [new(monitor)] }).ShouldSucceed();

        Assert.False(Metric.Enabled);
    }

    [Fact]
    public void An_id_that_two_kinds_share_means_neither_but_an_object_means_itself()
    {
        var (monitor, twin) = (Metric, new SandboxWorkflow { Id = Metric.Id, Name = "Twin" });
        Acme.Workflows.Add(twin);

        var byId = Run(
            new RemoveSentryAlertRuleCommand
            {
                Organization = InAcme,
                AlertRule = [new(monitor.Id)],
                Kind = SentryAlertRuleKind.All,
            }
        );
        Assert.Equal("AmbiguousSentryName", byId.SingleError().ErrorId);
        Assert.Empty(Server.Requests.Writes());

        var all = Run(new GetSentryAlertRuleCommand { Organization = InAcme, Kind = SentryAlertRuleKind.All }).Of<SentryAlertRule>();
        Run(
                new RemoveSentryAlertRuleCommand
                {
                    AlertRule = [new(all.Single(rule => rule.Id == monitor.Id && rule.Kind is SentryAlertRuleKind.Metric))],
                    Kind = SentryAlertRuleKind.All,
                }
            )
            .ShouldSucceed();

        Assert.DoesNotContain(monitor, Acme.Detectors);
        Assert.Contains(twin, Acme.Workflows);
    }

    [Fact]
    public void A_removed_monitor_leaves_its_alerts()
    {
        var alert = Acme.Workflows.First(rule => rule.Detectors.Contains(Metric));
        var monitor = Metric;

        Run(
                new RemoveSentryAlertRuleCommand
                {
                    Organization = InAcme,
                    AlertRule = [new(monitor.Id)],
                    Kind = SentryAlertRuleKind.Metric,
                }
            )
            .ShouldSucceed();

        Assert.DoesNotContain(monitor, Acme.Detectors);
        Assert.Contains(alert, Acme.Workflows);
    }

    private static SentryAlertRuleChangeCmdlet Switch(bool isEnabled, string rule) => isEnabled
        ? new EnableSentryAlertRuleCommand { Organization = InAcme, AlertRule = [new(rule)] }
        : new DisableSentryAlertRuleCommand { Organization = InAcme, AlertRule = [new(rule)] };
}
