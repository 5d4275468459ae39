using SentryAudit.Commands.Monitor;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Get-SentryMonitor.</summary>
public sealed class MonitorTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    [Fact]
    public void Monitors_of_every_kind_are_listed_with_their_rules()
    {
        var monitors = Get<SentryMonitor>(new GetSentryMonitorCommand { Connection = Connection, Organization = First });

        Assert.Equal(
            Acme.Detectors.Select(detector => detector.Id).Concat(Acme.CronMonitors.Select(monitor => monitor.Id)),
            monitors.Select(monitor => monitor.Id));
        var workflow = Acme.Workflows.First(workflow => workflow.Detectors.Count > 0);
        var watched = monitors.Single(monitor => monitor.Id == workflow.Detectors[0].Id);
        Assert.Contains(workflow.Id, watched.AlertRuleIds!);
        Assert.Contains(workflow.Name, watched.AlertRules!);
    }

    [Theory]
    [InlineData(SentryMonitorKind.Error, "error")]
    [InlineData(SentryMonitorKind.Metric, "metric_issue")]
    [InlineData(SentryMonitorKind.Uptime, "uptime_domain_failure")]
    public void Monitors_of_one_kind_can_be_listed(SentryMonitorKind kind, string type) =>
        Assert.Equal(
            Acme.Detectors.Where(detector => detector.Type == type).Select(detector => detector.Id),
            Get<SentryMonitor>(
                    new GetSentryMonitorCommand
                    {
                        Connection = Connection,
                        Organization = First,
                        Kind = kind,
                    }
                )
                .Select(monitor => monitor.Id));

    [Fact]
    public void Cron_monitors_have_schedules()
    {
        var monitors = Get<SentryMonitor>(
            new GetSentryMonitorCommand
            {
                Connection = Connection,
                Organization = First,
                Kind = SentryMonitorKind.Cron,
            }
        );

        Assert.Equal(Acme.CronMonitors.Select(monitor => monitor.Slug), monitors.Select(monitor => monitor.Slug));
        Assert.All(monitors, monitor => Assert.NotNull(monitor.Schedule));
    }
}
