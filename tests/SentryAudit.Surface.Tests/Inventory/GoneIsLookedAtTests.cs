using SentryAudit.Commands.Inventory;
using SentryAudit.Commands.Monitor;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Inventories;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Inventory;

/// <summary>An older Sentry: its lists leave out deactivated accounts and disabled rules, and some lists it does not have.</summary>
public sealed class GoneIsLookedAtTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inventories").FullName;
    private SandboxServer _server = null!;
    private SentryConnection _connection = null!;

    private SandboxOrganization Acme => _server.Estate.Organizations[0];

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(
            new SandboxOptions { SelfHosted = true, LegacyAlertsOnly = true, Members = 12, Releases = 5 });
        _connection = await _server.ConnectAsync(retries: 0);
    }

    public async Task DisposeAsync()
    {
        _connection.Transport.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_deactivated_account_is_deactivated_and_a_disabled_rule_is_disabled(bool live)
    {
        Sync();
        var person = Acme.Members.First(member => member.User is { IsActive: true } && TeamsOf(member) is not []);
        var gone = Acme.Members.First(member => member != person && member.User is { IsActive: true } && TeamsOf(member) is not []);
        var rule = Acme.IssueRules.First(rule => rule.Status is "active");
        var lost = Acme.IssueRules.Last(rule => rule.Status is "active");
        var left = TeamsOf(gone).Count;
        _server.Estate.Edit(_ =>
        {
            Deactivate(person);
            rule.Status = "disabled";
            Acme.IssueRules.Remove(lost);
            Acme.Members.Remove(gone);
            TeamsOf(gone).ForEach(team => team.Memberships.RemoveAll(place => place.Member == gone));
        });

        var changes = Compare(live);

        Assert.Equal(
            [$"Deactivated {person.Email}", $"Removed {gone.Email}"],
            changes.Where(change => change.EntityType is SentryEntityType.Member)
                .Select(change => $"{change.ChangeType} {change.DisplayName}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            [$"Changed {rule.Name} Status active disabled", $"Removed {lost.Name}   "],
            changes.Where(change => change.EntityType is SentryEntityType.AlertRule)
                .Select(change => $"{change.ChangeType} {change.DisplayName} {change.Property} {change.OldValue} {change.NewValue}")
                .Order(StringComparer.Ordinal));

        // The teams of the one stay, those of the other are left.
        var places = changes.Where(change => change.EntityType is SentryEntityType.TeamMember).ToArray();
        Assert.Equal(left, places.Length);
        Assert.All(places, change => Assert.StartsWith(gone.Email, change.DisplayName, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_stays_deactivated_is_no_news_and_who_comes_back_is()
    {
        Sync();
        var person = Acme.Members.First(member => member.User is { IsActive: true });
        _server.Estate.Edit(_ => Deactivate(person));
        Sync();

        Assert.Empty(Compare(live: false));

        _server.Estate.Edit(_ => (person.User!.IsActive, person.User.IsListed) = (true, true));
        Assert.Equal(
            ["IsActive False True", "Status Inactive Active"],
            Compare(live: true).Select(change => $"{change.Property} {change.OldValue} {change.NewValue}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_could_not_be_looked_at_is_not_called_removed()
    {
        Sync();
        _server.Estate.Edit(_ => Deactivate(Acme.Members.First(member => member.User is { IsActive: true })));
        _server.Faults.On("organizations/{org}/members/{member}/", Fault.Status(500));

        var run = CmdletRunner.Run(Live());

        Assert.DoesNotContain(run.Of<SentryInventoryChange>(), change => change.ChangeType is SentryInventoryChangeType.Removed);
        Assert.Contains(run.Errors, error => error.Exception.Message.Contains("removed Member objects", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_server_lacks_is_told_once_and_is_no_fault()
    {
        _server.Faults.On("organizations/{org}/project-keys/", Fault.Empty(404));

        var sync = CmdletRunner.Run(SyncCommand(), "PassThru");

        Assert.Empty(sync.Errors);
        Assert.Equal(
            "Not on this server, and so unknown in the inventory of acme: Monitor (detectors), ProjectKey (project-keys).",
            Assert.Single(sync.Warnings));
        var inventory = sync.Of<SentryInventory>().Single();
        Assert.Equal((true, "", "Monitor, ProjectKey"), (inventory.IsComplete, $"{inventory.Incomplete}", $"{inventory.NotOnServer}"));
        Assert.Null(inventory.ProjectKeys);

        var compare = CmdletRunner.Run(Live());
        Assert.Empty(compare.Errors);
        Assert.Equal(2, compare.Warnings.Count(warning => warning.Contains("not on this server", StringComparison.Ordinal)));

        var offline = StoredInventory.Open(_folder);
        var listed = CmdletRunner.Run(new GetSentryMonitorCommand { Connection = offline, Organization = [new("acme")] });
        var error = listed.SingleError();
        Assert.Equal(("SentryNotOnServer", SentryErrorCategory.NotImplemented), (error.ErrorId, error.Category));
    }

    private static void Deactivate(SandboxMember member) => (member.User!.IsActive, member.User.IsListed) = (false, false);

    private List<SandboxTeam> TeamsOf(SandboxMember member) =>
        Acme.Teams.FindAll(team => team.Memberships.Exists(place => place.Member == member));

    private SentryInventoryChange[] Compare(bool live)
    {
        if (!live)
        {
            Sync();
        }

        var run = CmdletRunner.Run(live ? Live() : new CompareSentryInventoryCommand { Path = _folder });
        Assert.Empty(run.Errors);
        return run.Of<SentryInventoryChange>();
    }

    private CompareSentryInventoryCommand Live() => new() { Path = _folder, Difference = new("Live"), Connection = _connection };

    private SyncSentryInventoryCommand SyncCommand() => new() { Path = _folder, Organization = [new("acme")], Connection = _connection };

    private void Sync() => Assert.Empty(CmdletRunner.Run(SyncCommand()).Errors);
}
