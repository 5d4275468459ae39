using SentryAudit.Cmdlets;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Completion;
using SentryAudit.Inventory;
using SentryAudit.Requests;
using SentryAudit.Sandbox.Inventories;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>Objects from Sentry say when they were first seen, if an inventory knows it.</summary>
public sealed class FirstSeenTests : OfflineTest
{
    [Fact]
    public async Task Objects_of_every_kind_say_when_they_were_first_seen()
    {
        await Live.WriteAsync(Root);

        Assert.All(Run(new GetSentryTeamCommand { Connection = Live }).Of<SentryTeam>(), team =>
            Assert.Equal(StoredInventory.FirstSeen, team.FirstSeen));
        Assert.All(Run(new GetSentryTeamMemberCommand { Connection = Live }).Of<SentryTeamMember>(), member =>
            Assert.Equal(StoredInventory.FirstSeen, member.FirstSeen));
        Assert.All(Run(new GetSentryReleaseCommand { Connection = Live }).Of<SentryRelease>(), release =>
            Assert.Equal(StoredInventory.FirstSeen, release.FirstSeen));
        Assert.All(Run(new GetSentryOrganizationCommand { Connection = Live }).Of<SentryOrganization>(), one =>
            Assert.Equal(StoredInventory.FirstSeen, one.FirstSeen));
        Assert.All(Run(new GetSentryOrganizationCommand { Connection = Live }, "Detailed").Of<SentryOrganization>(), one =>
            Assert.Equal(StoredInventory.FirstSeen, one.FirstSeen));
    }

    [Fact]
    public async Task A_token_that_cannot_read_the_id_finds_the_inventory_by_slug()
    {
        await Live.WriteAsync(Root);

        Assert.Equal(Store.Folder, InventoryPlace.Find(Root, Server.BaseUri, id: null, "acme")!.Folder);
        Assert.Equal(Store.Folder, InventoryPlace.Find(Root, Server.BaseUri, Acme.Id, "renamed")!.Folder);
        Assert.Null(InventoryPlace.Find(Root, Server.BaseUri, id: null, "initech"));
        Assert.Null(InventoryPlace.Find(Root, new Uri("https://elsewhere.example"), Acme.Id, "acme"));
    }

    [Fact]
    public void Without_an_inventory_it_is_unknown() =>
        Assert.All(Run(new GetSentryTeamCommand { Connection = Live }).Of<SentryTeam>(), team => Assert.Null(team.FirstSeen));

    [Fact]
    public async Task What_no_sync_has_seen_is_unknown()
    {
        await Live.WriteAsync(Root);
        var added = UserStatus.Status.Account("4711", isActive: true);
        Acme.Members.Add(added);

        var members = Run(new GetSentryMemberCommand { Connection = Live, Organization = First }).Of<SentryMember>();

        Assert.Equal([added.Email], members.Where(member => member.FirstSeen is null).Select(member => member.Email));
    }

    [Fact]
    public async Task A_new_invitation_of_somebody_known_is_the_same_person()
    {
        await Live.WriteAsync(Root);
        var person = Acme.Members[2];
        Acme.Members.Remove(person);
        Acme.Members.Add(new() { Id = "4711", Email = person.Email!.ToUpperInvariant(), Name = person.Name, Pending = true });

        var members = Run(new GetSentryMemberCommand { Connection = Live, Organization = First }).Of<SentryMember>();

        Assert.Equal(StoredInventory.FirstSeen, members.Single(member => member.Id == "4711").FirstSeen);
    }

    [Fact]
    public async Task A_damaged_inventory_is_reported_and_the_one_before_it_used()
    {
        await Live.WriteAsync(Root, Yesterday);
        await Live.WriteAsync(Root);
        Damage(Store.CurrentPath);

        var run = CmdletRunner.Run(new GetSentryTeamCommand { Connection = Live, Organization = First });

        Assert.Contains(Store.CurrentPath, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.All(run.Of<SentryTeam>(), team => Assert.Equal(StoredInventory.FirstSeen, team.FirstSeen));
    }

    [Fact]
    public async Task A_file_is_read_once_until_a_sync_replaces_it()
    {
        await Live.WriteAsync(Root, alter: new() { Without = [SentryEntityType.Team] });
        Assert.All(Run(new GetSentryTeamCommand { Connection = Live }).Of<SentryTeam>(), team => Assert.Null(team.FirstSeen));
        var written = File.GetLastWriteTimeUtc(Store.CurrentPath);
        await Live.WriteAsync(Root);

        File.SetLastWriteTimeUtc(Store.CurrentPath, written);
        Assert.All(Run(new GetSentryTeamCommand { Connection = Live, Organization = First }).Of<SentryTeam>(), team =>
            Assert.Null(team.FirstSeen));

        File.SetLastWriteTimeUtc(Store.CurrentPath, written.AddSeconds(1));
        Assert.All(Run(new GetSentryTeamCommand { Connection = Live, Organization = First }).Of<SentryTeam>(), team =>
            Assert.Equal(StoredInventory.FirstSeen, team.FirstSeen));
    }

    [Theory]
    [InlineData(nameof(CompletionKind.Organization))]
    [InlineData(nameof(CompletionKind.Member))]
    [InlineData(nameof(CompletionKind.Team))]
    [InlineData(nameof(CompletionKind.Project))]
    [InlineData(nameof(CompletionKind.Release))]
    [InlineData(nameof(CompletionKind.AlertRule))]
    [InlineData(nameof(CompletionKind.ProjectKey))]
    [InlineData(nameof(CompletionKind.Repository))]
    [InlineData(nameof(CompletionKind.Monitor))]
    [InlineData(nameof(CompletionKind.Integration))]
    public async Task Tab_completes_from_the_inventory(string kind)
    {
        await Live.WriteAsync(Root);
        var live = CompletionSource.Find(Live, Enum.Parse<CompletionKind>(kind), "acme", "a");

        var offline = CompletionSource.Find(StoredInventory.Open(Root), Enum.Parse<CompletionKind>(kind), "acme", "a");

        Assert.NotEmpty(offline);
        Assert.Empty(live.Select(item => item.Value).Except(offline.Select(item => item.Value), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tab_is_silent_about_what_no_inventory_holds()
    {
        await Live.WriteAsync(Root);

        Assert.Empty(CompletionSource.Find(StoredInventory.Open(Root), CompletionKind.Issue, "acme", ""));
    }

    private static RecordingPipeline Run(SentryCmdlet cmdlet, params string[] switches)
    {
        var run = CmdletRunner.Run(cmdlet, switches);
        run.ShouldSucceed();
        Assert.Empty(run.Warnings);
        return run;
    }
}
