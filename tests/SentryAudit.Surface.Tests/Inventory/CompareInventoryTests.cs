using SentryAudit.Commands.Inventory;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Inventory;

/// <summary>What changed between two syncs of a sandbox, or since one.</summary>
public sealed class CompareInventoryTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inventories").FullName;
    private SandboxServer _server = null!;
    private SentryConnection _connection = null!;

    private SandboxOrganization Acme => _server.Estate.Organizations[0];

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Members = 12, PendingInvites = 1, Releases = 5 });
        _connection = await _server.ConnectAsync(retries: 0);
        Sync();
    }

    public async Task DisposeAsync()
    {
        _connection.Transport.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_matters_most_comes_first_and_no_connection_is_needed()
    {
        var left = ChangeAcme();
        Sync();
        var changes = Get(new() { Path = _folder });
        Assert.Equal(changes.OrderByDescending(change => change.Significance), changes);
        Assert.Equal(
            [SentryChangeSignificance.High, SentryChangeSignificance.Medium, SentryChangeSignificance.Low],
            changes.Select(change => change.Significance).Distinct());
        Assert.Contains(changes, change =>
            change
                is {
                    EntityType: SentryEntityType.Member,
                    Property: "Role",
                    OldValue: "member",
                    NewValue: "manager",
                    OrganizationSlug: "acme"
                }
        );
        Assert.Contains(changes, change =>
            change is { EntityType: SentryEntityType.Member, ChangeType: SentryInventoryChangeType.Removed } && change.DisplayName == left);
        Assert.Contains(changes, change => change is { EntityType: SentryEntityType.Project, Property: "Name", NewValue: "Renamed" });
    }

    [Fact]
    public void An_account_that_was_deactivated_is_not_removed()
    {
        var member = Acme.Members.First(member => member is { User.IsActive: true, OrgRole: "member", Pending: false });
        (member.User!.IsActive, member.User.IsListed) = (false, false);

        var changes = Get(
            new() { Path = _folder, Difference = new("Live"), Connection = _connection, EntityType = [SentryEntityType.Member] });

        Assert.Equal(
            [(SentryInventoryChangeType.Deactivated, member.Id, null)],
            changes.Select(change => (change.ChangeType, change.Key, change.Property)));
    }

    [Fact]
    public void No_change_gives_no_output()
    {
        Sync();
        Assert.Empty(Get(new() { Path = _folder }));
    }

    [Theory]
    [InlineData(SentryChangeSignificance.High)]
    [InlineData(SentryChangeSignificance.Medium)]
    public void Changes_below_the_requested_severity_are_left_out(SentryChangeSignificance minimum)
    {
        ChangeAcme();
        Sync();
        var all = Get(new() { Path = _folder });
        Assert.Equal(
            all.Count(change => change.Significance >= minimum),
            Get(new() { Path = _folder, MinimumSignificance = minimum }).Length);
    }

    [Fact]
    public void Only_the_kinds_asked_for_are_compared()
    {
        ChangeAcme();
        Sync();
        var changes = Get(new() { Path = _folder, EntityType = [SentryEntityType.Project] });
        Assert.Equal([SentryEntityType.Project], changes.Select(change => change.EntityType));
    }

    [Fact]
    public void Changes_of_properties_can_be_left_out_by_pattern_but_never_what_came_or_went()
    {
        ChangeAcme();
        Sync();
        var changes = Get(new() { Path = _folder, IgnoreProperty = ["*rol?", "Member*"] });
        Assert.Equal(["Name"], changes.Select(change => change.Property).OfType<string>());
        Assert.Contains(changes, change => change.ChangeType is SentryInventoryChangeType.Removed);
    }

    [Fact]
    public void Sentry_itself_is_compared_with_the_newest_sync()
    {
        var left = ChangeAcme();
        var changes = Get(Live());
        Assert.Contains(changes, change => change is { Property: "Role", NewValue: "manager" });
        Assert.Contains(changes, change => change.ChangeType is SentryInventoryChangeType.Removed && change.DisplayName == left);
        Assert.Single(Directory.EnumerateFiles(_folder, "*.jsonl.gz", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_kind_that_Sentry_refuses_now_proves_no_removal_and_is_reported()
    {
        ChangeAcme();
        _server.Faults.On(
            "organizations/{org}/members/",
            Fault.Status(403, """{"detail":"You do not have permission to perform this action."}"""));
        var run = CmdletRunner.Run(Live());
        Assert.Contains("The removed Member objects of acme can't all be listed", run.SingleError().Message, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Of<SentryInventoryChange>(), change => change is { EntityType: SentryEntityType.Member });
        Assert.Contains(run.Of<SentryInventoryChange>(), change => change is { EntityType: SentryEntityType.Project, NewValue: "Renamed" });
    }

    [Fact]
    public async Task Another_Sentry_is_refused()
    {
        await using var other = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Members = 6 });
        var connection = await other.ConnectAsync();
        other.Requests.Clear();
        var run = CmdletRunner.Run(new CompareSentryInventoryCommand { Path = _folder, Difference = new("Live"), Connection = connection });
        Assert.Equal("InventoryOtherHost", run.SingleError().ErrorId);
        Assert.Empty(run.Output);
        Assert.Empty(other.Requests);
        connection.Transport.Dispose();
    }

    [Fact]
    public void Several_references_are_compared_one_after_the_other()
    {
        ChangeAcme();
        Sync();
        Sync();
        var command = new CompareSentryInventoryCommand { Path = _folder, EntityType = [SentryEntityType.Project] };
        var syncs = CmdletRunner.Run(new GetSentryInventoryCommand { Path = _folder }).Of<SentryInventory>();
        var run = CmdletRunner.Pipe([syncs[2], syncs[1], syncs[0]], command);
        Assert.Single(run.Output);
        Assert.Equal("InventoryReferenceSame", run.SingleError().ErrorId);
    }

    [Fact]
    public void Each_input_keeps_its_own_organization()
    {
        ChangeAcme();
        Sync();
        var command = new CompareSentryInventoryCommand { Path = _folder, EntityType = [SentryEntityType.Project] };
        var run = CmdletRunner.Pipe(
            [CmdletRunner.Row(("Organization", "acme")), CmdletRunner.Row(("Organization", "globex"))],
            command);
        Assert.Single(run.Output);
        Assert.Equal("There is no inventory of globex.", run.SingleError().Message);
    }

    [Fact]
    public void A_kind_that_only_one_state_has_is_reported()
    {
        Directory.Delete(_folder, recursive: true);
        Sync(SentryEntityType.Team);
        Sync(SentryEntityType.Team, SentryEntityType.Project);
        Assert.Contains(
            "Project objects of acme can't be compared: the reference never read them.",
            CmdletRunner.Run(new CompareSentryInventoryCommand { Path = _folder }).SingleError().Message,
            StringComparison.Ordinal);
    }

    // Someone is promoted, someone leaves, a project is renamed; returns the one who left.
    private string ChangeAcme()
    {
        var members = Acme.Members.Where(member => member is { OrgRole: "member", User: not null }).Take(2).ToArray();
        _server.Estate.Edit(_ =>
        {
            members[0].OrgRole = "manager";
            Acme.Members.Remove(members[1]);
            foreach (var team in Acme.Teams)
            {
                team.Memberships.RemoveAll(place => place.Member == members[1]);
            }

            Acme.Projects[0].Name = "Renamed";
        });
        return members[1].Email;
    }

    private CompareSentryInventoryCommand Live() => new() { Path = _folder, Difference = new("Live"), Connection = _connection };

    private static SentryInventoryChange[] Get(CompareSentryInventoryCommand command)
    {
        var run = CmdletRunner.Run(command);
        run.ShouldSucceed();
        return run.Of<SentryInventoryChange>();
    }

    private void Sync(params SentryEntityType[] kinds) =>
        CmdletRunner
            .Run(
                new SyncSentryInventoryCommand
                {
                    Path = _folder,
                    Organization = [new("acme")],
                    Connection = _connection,
                    Include = kinds.Length == 0 ? null : kinds,
                }
            )
            .ShouldSucceed();
}
