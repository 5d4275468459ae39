using System.Collections;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox.Inventories;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>What an inventory gives is what Sentry gave: object by object, in order, by whatever filter and key.</summary>
public sealed class SameAsLiveTests(InventorySandbox sandbox) : IClassFixture<InventorySandbox>
{
    private static readonly OrganizationReference[] Acme = [new("acme")];
    private static readonly ProjectReference[] Web = [new("web-frontend")];
    private static readonly TeamReference[] Teams = [new("mobile"), new("backend")];

    public static TheoryData<string> Names => [.. SameAsLiveCalls.Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_listing_is_the_same_offline(string call)
    {
        var (create, switches) = SameAsLiveCalls.Calls[call];
        var live = CmdletRunner.Run(create(sandbox.Live), switches);
        var offline = CmdletRunner.Run(create(sandbox.Offline), switches);

        Assert.NotEmpty(live.Output);
        Assert.Equal(live.AllErrors().Select(error => error.Message), offline.AllErrors().Select(error => error.Message));
        Assert.Equal(live.Output.Select(Text), offline.Output.Select(Text));
    }

    [Fact]
    public void Releases_by_version_are_the_same_offline()
    {
        var all = CmdletRunner
            .Run(new GetSentryReleaseCommand { Connection = sandbox.Live, Organization = Acme }, "IncludeArchived")
            .Of<SentryRelease>();
        ReleaseReference[] keys =
        [
            .. all.Reverse().Where((_, number) => number % 3 == 0).Select(release => new ReleaseReference(release.Version)),
        ];
        SentryCmdlet Create(SentryConnection connection) =>
            new GetSentryReleaseCommand
            {
                Connection = connection,
                Organization = Acme,
                Release = keys,
            };

        Assert.Equal(
            CmdletRunner.Run(Create(sandbox.Live)).Output.Select(Text),
            CmdletRunner.Run(Create(sandbox.Offline)).Output.Select(Text));
    }

    [Fact]
    public void Objects_of_one_connection_can_be_piped_to_the_other()
    {
        var teams = CmdletRunner.Run(new GetSentryTeamCommand { Connection = sandbox.Live, Organization = Acme }).Of<SentryTeam>();
        var run = CmdletRunner.Run(
            new GetSentryProjectCommand { Connection = sandbox.Offline, Team = [.. teams.Select(team => new TeamReference(team))] }
        );

        run.ShouldSucceed();
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void Cron_monitors_are_those_of_the_whole_listing()
    {
        // Sentry's list of cron monitors alone gives them ids of its own, which a listing of everything does not know.
        GetSentryMonitorCommand Create(SentryConnection connection, SentryMonitorKind kind) =>
            new()
            {
                Connection = connection,
                Organization = Acme,
                Kind = kind,
            };
        var live = CmdletRunner
            .Run(Create(sandbox.Live, SentryMonitorKind.All))
            .Of<SentryMonitor>()
            .Where(monitor => monitor.Kind is SentryMonitorKind.Cron);

        Assert.Equal(live.Select(Text), CmdletRunner.Run(Create(sandbox.Offline, SentryMonitorKind.Cron)).Output.Select(Text));
    }

    [Fact]
    public void Objects_say_when_they_were_read_and_first_seen()
    {
        var team = CmdletRunner.Run(new GetSentryTeamCommand { Connection = sandbox.Offline, Organization = Acme }).Of<SentryTeam>()[0];

        Assert.Equal(StoredInventory.FirstSeen, team.FirstSeen);
        Assert.NotEqual(default, team.LastUpdated);
    }

    private static string Text(object value) => value.GetType().Name + ": " + string.Join("; ", value.GetType().GetProperties()
        .Where(property => property.Name is not ("FirstSeen" or "LastUpdated" or "LastSeen"))
        .Select(property => $"{property.Name}={Shown(property.GetValue(value))}"));

    private static object Shown(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable list => $"[{string.Join(",", list.Cast<object>())}]",
        _ => value,
    };
}
