using SentryAudit.Commands.Inventory;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Reach;

/// <summary>A sync says which projects it covers, and a comparison speaks only about what both sides could see.</summary>
public sealed class LimitedInventoryTests(ClosedSandbox sandbox) : ClosedMembershipTest(sandbox), IClassFixture<ClosedSandbox>, IDisposable
{
    private static readonly SentryEntityType[] OfProjects =
        [SentryEntityType.Release, SentryEntityType.AlertRule, SentryEntityType.Monitor, SentryEntityType.ProjectKey];

    private readonly string _folder = Directory.CreateTempSubdirectory("inventories").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Kinds_of_projects_are_partial_and_the_warning_says_which()
    {
        var (run, stored) = Sync(Plain);

        Assert.Contains(run.Warnings, warning => warning.StartsWith(Warning, StringComparison.Ordinal));
        Assert.Equal(
            OfProjects.Select(type => type.ToString()).Order(StringComparer.Ordinal),
            stored.Incomplete!.Order(StringComparer.Ordinal));
        Assert.All([stored.Releases, stored.AlertRules, stored.Monitors, stored.ProjectKeys], count => Assert.NotNull(count));
    }

    [Fact]
    public void Nothing_is_removed_that_the_later_token_could_not_see()
    {
        Sync(Connection);
        Sync(Plain);

        Assert.DoesNotContain(Changes(), change => OfProjects.Contains(change.EntityType));
    }

    [Fact]
    public void Nothing_is_added_that_the_earlier_token_could_not_see()
    {
        Sync(Plain);
        Sync(Connection);

        Assert.DoesNotContain(Changes(), change => OfProjects.Contains(change.EntityType));
    }

    [Fact]
    public void What_is_removed_from_a_project_within_reach_is_removed()
    {
        Sync(Connection);
        var key = Acme.ProjectKeys.First(key => key.Project.Status is "active" && key.Project.IsWorkedOnBy(Me));
        var place = Acme.ProjectKeys.IndexOf(key);
        Acme.ProjectKeys.Remove(key);
        try
        {
            Sync(Plain);

            var change = Assert.Single(Changes(), change => OfProjects.Contains(change.EntityType));
            Assert.Equal((SentryInventoryChangeType.Removed, SentryEntityType.ProjectKey), (change.ChangeType, change.EntityType));
        }
        finally
        {
            Acme.ProjectKeys.Insert(place, key);
        }
    }

    [Fact]
    public void Sentry_as_it_is_now_proves_nothing_about_projects_out_of_reach()
    {
        Sync(Connection);

        var run = RunAs(
            Plain, new CompareSentryInventoryCommand { Path = _folder, Organization = InAcme, Difference = new("Live") });

        Assert.DoesNotContain(run.Of<SentryInventoryChange>(), change => OfProjects.Contains(change.EntityType));
        Assert.All(run.AllErrors().Where(error => error.Message.Contains("Release", StringComparison.Ordinal)), error =>
            Assert.Contains("only those of projects within reach", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_syncs_of_the_same_reach_are_compared()
    {
        Sync(Plain);
        Sync(Plain);

        var run = Run(new CompareSentryInventoryCommand { Path = _folder, EntityType = OfProjects });

        Assert.Empty(run.Output);
        Assert.All(run.AllErrors(), error => Assert.Contains("within reach", error.Message, StringComparison.Ordinal));
    }

    private (RecordingPipeline Run, SentryInventory Stored) Sync(SentryConnection connection)
    {
        // Teams out of reach are refused; that they are is another test's.
        var run = RunAs(connection, new SyncSentryInventoryCommand
        {
            Path = _folder,
            Organization = InAcme,
            Exclude = [SentryEntityType.TeamMember],
            PassThru = true,
        });
        run.ShouldSucceed();
        return (run, Assert.IsType<SentryInventory>(Assert.Single(run.Output)));
    }

    private SentryInventoryChange[] Changes() => Run(new CompareSentryInventoryCommand { Path = _folder }).Of<SentryInventoryChange>();
}
