using System.Globalization;
using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Team;
using SentryAudit.Inventory;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Inventories;
using SentryAudit.Surface.Tests.Connecting;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>Connect-Sentry -Inventory: which file is read, and what the connection says it is.</summary>
public sealed class OfflineConnectTests : SessionTest
{
    private static readonly DateTimeOffset August = new(2026, 8, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset September = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);

    private InventoryStore Acme => InventoryPlace.For(Inventories, Server.BaseUri, Server.Estate.Organizations[0].Id);

    [Fact]
    public async Task A_connection_says_that_it_is_offline()
    {
        await WriteAsync();

        var connection = (SentryConnection)Assert.Single(ConnectTo(Inventories, switches: "PassThru").Output);

        Assert.Same(Current, connection);
        Assert.Equal((SentryTokenKind.None, Server.BaseUri, Inventories), (connection.TokenKind, connection.BaseUri, connection.Inventory));
        Assert.Equal(
            (null, null, null, $"inventory {Inventories}"),
            (connection.User, connection.Scopes, connection.AsOf, connection.Source));
        Assert.Equal(["acme", "globex"], connection.Organizations!.Order(StringComparer.Ordinal));
        Assert.True((bool)Assert.Single(CmdletRunner.Run(new TestSentryConnectionCommand()).Output));
        Assert.Null(CmdletRunner.Run(new GetSentryPermissionCommand { Cmdlet = ["Get-SentryMember"] }).Of<SentryPermission>()[0].Granted);
    }

    [Fact]
    public async Task A_connection_to_an_inventory_that_was_removed_does_not_work()
    {
        await WriteAsync();
        ConnectTo(Inventories);
        File.Delete(Acme.CurrentPath);

        var test = CmdletRunner.Run(new TestSentryConnectionCommand());

        Assert.False((bool)Assert.Single(test.Output));
        Assert.Contains(test.VerboseLines, line => line.Contains("There is no inventory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_a_store_a_folder_of_a_host_and_the_default_place_are_all_found()
    {
        await WriteAsync();

        foreach (
            var (path, teams) in new[]
            {
                (Acme.CurrentPath, 5),
                (Acme.Folder, 5),
                (Path.GetDirectoryName(Acme.Folder)!, 7),
                (Inventories, 7),
                ("default", 7),
            }
        )
        {
            ConnectTo(path);
            var run = CmdletRunner.Run(new GetSentryTeamCommand());
            run.ShouldSucceed();
            Assert.Equal(teams, run.Output.Count);
        }
    }

    [Fact]
    public async Task A_sync_that_finishes_meanwhile_is_read()
    {
        await WriteAsync(August);
        ConnectTo(Inventories);
        Server.Estate.Organizations[0].Teams.RemoveAt(0);
        await WriteAsync(September);

        Assert.Equal(6, CmdletRunner.Run(new GetSentryTeamCommand()).Output.Count);
    }

    [Theory]
    [InlineData("2026-08-01T06:00:00Z", 7)]
    [InlineData("2026-08-31T00:00:00-05:00", 7)]
    [InlineData("2026-09-01T08:00:00+02:00", 6)]
    public async Task AsOf_means_the_newest_sync_that_had_begun(string asOf, int teams)
    {
        await WriteAsync(August);
        Server.Estate.Organizations[0].Teams.RemoveAt(0);
        await WriteAsync(September);
        var time = DateTimeOffset.Parse(asOf, CultureInfo.InvariantCulture);

        ConnectTo(Inventories, time).ShouldSucceed();

        Assert.Equal(teams, CmdletRunner.Run(new GetSentryTeamCommand()).Output.Count);
        Assert.Equal((time, TimeSpan.Zero), (Current.AsOf, Current.AsOf!.Value.Offset));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Before_the_first_sync_nothing_is_known(bool isFile)
    {
        await WriteAsync(August);

        var error = ConnectTo(isFile ? Acme.CurrentPath : Inventories, August.AddTicks(-1)).TerminatingError();

        Assert.Equal("InventoryTooYoung", error.ErrorId);
        Assert.Contains("2026-08-01 06:00:00 UTC", error.Message, StringComparison.Ordinal);
        Assert.Null(Current);
    }

    [Fact]
    public async Task An_organization_first_synced_later_is_left_out_with_a_warning()
    {
        await WriteAsync(August);
        Directory.Delete(InventoryPlace.For(Inventories, Server.BaseUri, Server.Estate.Organizations[1].Id).Folder, recursive: true);
        await WriteAsync(September);

        var run = ConnectTo(Inventories, August);

        Assert.Contains("2026-09-01", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(["acme"], Current.Organizations!);
    }

    [Fact]
    public async Task A_damaged_file_is_reported_and_the_one_before_it_read()
    {
        await WriteAsync(August);
        await WriteAsync(September);
        File.WriteAllText(Acme.CurrentPath, "broken");

        Assert.Contains(Acme.CurrentPath, Assert.Single(ConnectTo(Inventories).Warnings), StringComparison.Ordinal);
        Assert.Equal(7, CmdletRunner.Run(new GetSentryTeamCommand()).Output.Count);
    }

    [Fact]
    public async Task A_place_without_a_readable_file_is_an_error()
    {
        Assert.Equal("InventoryNotFound", ConnectTo(Inventories).TerminatingError().ErrorId);
        await WriteAsync();
        foreach (var store in InventoryPlace.FindAll(Inventories))
        {
            File.WriteAllText(store.CurrentPath, "broken");
        }

        Assert.Equal("InventoryDamaged", ConnectTo(Inventories).TerminatingError().ErrorId);
        Assert.Equal("InventoryDamaged", ConnectTo(Acme.CurrentPath).TerminatingError().ErrorId);
    }

    [Fact]
    public async Task One_connection_is_one_Sentry()
    {
        await WriteAsync();
        await using var other = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Members = 5 });
        await (await other.ConnectAsync()).WriteAsync(Inventories);

        var error = ConnectTo(Inventories).TerminatingError();
        Assert.Equal("InventoryOfSeveralHosts", error.ErrorId);
        Assert.Contains(other.BaseUri.ToString(), error.Message, StringComparison.Ordinal);

        Assert.Null(CmdletRunner.Run(new ConnectSentryCommand { Inventory = Inventories, Uri = other.BaseUri }).Terminated);
        Assert.Equal(other.BaseUri, Current.BaseUri);
        Assert.Equal(
            "InventoryNotFound",
            CmdletRunner
                .Run(new ConnectSentryCommand { Inventory = Inventories, Uri = new Uri("https://elsewhere.example") })
                .TerminatingError()
                .ErrorId);
    }

    [Fact]
    public async Task The_default_organization_must_be_there()
    {
        await WriteAsync();

        Assert.Null(CmdletRunner.Run(new ConnectSentryCommand { Inventory = Inventories, Organization = "globex" }).Terminated);
        Assert.All(CmdletRunner.Run(new GetSentryTeamCommand()).Of<SentryTeam>(), team => Assert.Equal("globex", team.OrganizationSlug));
        Assert.Equal(
            "SentryOrganizationNotFound",
            CmdletRunner.Run(new ConnectSentryCommand { Inventory = Inventories, Organization = "initech" }).TerminatingError().ErrorId);
        Assert.Equal(
            "SentryOrganizationNotFound",
            CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("initech")] }).SingleError().ErrorId);
    }

    [Fact]
    public void A_live_connection_looks_into_the_default_folder()
    {
        Connect();

        Assert.Equal((Inventories, null), (Current.InventoryRoot, Current.Inventory));
    }

    private async Task WriteAsync(DateTimeOffset? startedAt = null)
    {
        var connection = await Server.ConnectAsync();
        await connection.WriteAsync(Inventories, startedAt);
        connection.Transport.Dispose();
    }

    private static RecordingPipeline ConnectTo(string path, DateTimeOffset? asOf = null, params string[] switches) =>
        CmdletRunner.Run(new ConnectSentryCommand { Inventory = path, AsOf = asOf }, switches);
}
