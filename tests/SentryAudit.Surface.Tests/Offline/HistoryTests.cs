using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Inventories;
using SentryAudit.Surface.Tests.Support;
using SentryAudit.Surface.Tests.UserStatus;
using Assessed = SentryAudit.Surface.Tests.UserStatus.Status;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>People whom an inventory knows do not fall out of sight when Sentry drops them.</summary>
public sealed class HistoryTests : OfflineTest
{
    private SandboxMember Active => Acme.Members.First(member => member is { User.IsActive: true, Pending: false, OrgRole: "member" });

    [Fact]
    public async Task Anyone_who_left_since_the_sync_is_inactive()
    {
        await Live.WriteAsync(Root, Yesterday);
        var (active, invited) = (Active, Acme.Members.First(member => member.Pending));
        Acme.Members.Remove(active);
        Acme.Members.Remove(invited);

        var run = Assessed.Run(Live);

        run.ShouldSucceed();
        var people = run.Of<SentryUserStatus>();
        var left = people.Person(active.Email!);
        Assert.Equal(
            (SentryUserStatusKind.Inactive, SentryUserStatusReason.GoneAfterActive, SentryUserStatusKind.Active),
            (left.Status, left.Reason, left.PreviousStatus!.Value));
        Assert.True(left.LastSeen > Yesterday && left.LastSeen < left.LastUpdated);
        Assert.Equal(
            (SentryUserStatusReason.Gone, SentryUserStatusKind.Suspended),
            (people.Person(invited.Email!).Reason, people.Person(invited.Email!).PreviousStatus!.Value));
        Assert.Equal(SentryUserStatusKind.Active, people.First(person => person.Status is SentryUserStatusKind.Active).PreviousStatus);
        Assert.Contains(run.VerboseLines, line => line.Contains(Root, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoHistory_switches_that_off()
    {
        await Live.WriteAsync(Root, Yesterday);
        Acme.Members.Remove(Active);

        Assert.Equal(Acme.Members.Count, CmdletRunner.Run(Command(Live), "NoHistory").Output.Count);
        Assert.Equal(Acme.Members.Count + 1, CmdletRunner.Run(Command(Live)).Output.Count);
    }

    [Fact]
    public async Task Tombstones_stay()
    {
        var left = Active;
        await Live.WriteAsync(Root, Yesterday, new() { Absent = Absent(left, Yesterday.AddDays(-2), Yesterday.AddDays(-1)) });
        Acme.Members.Remove(left);

        var person = Assessed.Get(Live).Person(left.Email!);

        // Gone already when the last sync ran.
        Assert.Equal(
            (SentryUserStatusReason.GoneAfterActive, SentryUserStatusKind.Inactive, true),
            (person.Reason, person.PreviousStatus!.Value, person.EverActive));
        Assert.Equal(Yesterday.AddDays(-2), person.LastSeen);
    }

    [Fact]
    public async Task Earlier_runs_and_the_inventory_work_together()
    {
        var (inFile, inInventory) = (Active, Acme.Members.First(member => member.Pending));
        var earlier = CmdletRunner.Run(Command(Live), "NoHistory").Of<SentryUserStatus>();
        Acme.Members.Remove(inFile);
        await Live.WriteAsync(Root);
        Acme.Members.Remove(inInventory);

        var people = Assessed.Get(Live, [.. earlier.Where(person => person.Email == inFile.Email)]);

        Assert.Equal(SentryUserStatusReason.GoneAfterActive, people.Person(inFile.Email!).Reason);
        Assert.Equal(SentryUserStatusReason.Gone, people.Person(inInventory.Email!).Reason);
        Assert.Equal(people.Length, people.DistinctBy(person => person.MemberId, StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_incomplete_read_changes_nobody()
    {
        await Live.WriteAsync(Root, Yesterday);
        Server.Faults.On("organizations/{org}/members/", Fault.Status(403));

        var run = Assessed.Run(Live);

        Assert.All(run.Of<SentryUserStatus>(), person => Assert.Equal(SentryUserStatusReason.NotAssessed, person.Reason));
        Assert.Equal(Acme.Members.Count, run.Output.Count);
        Assert.Equal("SentryForbidden", run.SingleError().ErrorId);
    }

    [Fact]
    public async Task A_damaged_file_is_reported_and_the_one_before_it_used()
    {
        var left = Active;
        await Live.WriteAsync(Root, Yesterday);
        await Live.WriteAsync(Root);
        Acme.Members.Remove(left);
        Damage(Store.CurrentPath);

        var run = Assessed.Run(Live);

        run.ShouldSucceed();
        Assert.Contains(Store.CurrentPath, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(SentryUserStatusReason.GoneAfterActive, run.Of<SentryUserStatus>().Person(left.Email!).Reason);
    }

    [Fact]
    public async Task Those_who_are_gone_are_gone_offline_too()
    {
        var (left, leftNow) = (Active, Acme.Members.First(member => member.Pending));
        await Live.WriteAsync(Root, Yesterday);
        var now = DateTimeOffset.UtcNow;
        await Live.WriteAsync(
            Root,
            now,
            new()
            {
                Absent = Absent(left, Yesterday.AddDays(-1), Yesterday)
                    .Concat(Absent(leftNow, Yesterday, now))
                    .ToDictionary(StringComparer.Ordinal),
            }
        );

        var people = Assessed.Get(StoredInventory.Open(Root));

        Assert.Equal(Acme.Members.Count, people.Length);
        Assert.Equal(SentryUserStatusReason.GoneAfterActive, people.Person(left.Email!).Reason);
        Assert.Equal(
            (SentryUserStatusReason.Gone, SentryUserStatusKind.Suspended),
            (people.Person(leftNow.Email!).Reason, people.Person(leftNow.Email!).PreviousStatus!.Value));
        Assert.Equal(now, people.Person(left.Email!).LastUpdated);

        // The sync before says what the people of today were then.
        Assert.Equal(SentryUserStatusKind.Active, people.First(person => person.Status is SentryUserStatusKind.Active).PreviousStatus);
        Assert.Equal(Acme.Members.Count - 2, CmdletRunner.Run(Command(StoredInventory.Open(Root)), "NoHistory").Output.Count);
    }

    [Fact]
    public async Task An_incomplete_sync_changes_nobody_offline()
    {
        var unseen = Active;
        await Live.WriteAsync(
            Root,
            alter: new()
            {
                Absent = Absent(unseen, Yesterday, removedAt: null),
                Problems = new Dictionary<SentryEntityType, string> { [SentryEntityType.Member] = "x" },
            }
        );

        var run = Assessed.Run(StoredInventory.Open(Root));

        var person = run.Of<SentryUserStatus>().Person(unseen.Email!);
        Assert.Equal((SentryUserStatusKind.Active, SentryUserStatusReason.NotAssessed), (person.Status, person.Reason));
        Assert.Equal(Acme.Members.Count, run.Output.Count);
        Assert.Equal("IncompleteInventory", run.SingleError().ErrorId);
    }

    [Fact]
    public async Task The_summary_offline_is_that_of_the_sync()
    {
        var now = DateTimeOffset.UtcNow.AddMinutes(-1);
        await Live.WriteAsync(Root, now);

        var summary = CmdletRunner.Run(Command(StoredInventory.Open(Root)), "Summary").Of<SentryUserStatusSummary>().Single();

        Assert.Equal((now, true, Acme.Members.Count), (summary.LastUpdated, summary.IsComplete, summary.Total));
    }

    private static GetSentryUserStatusCommand Command(SentryConnection connection) =>
        new() { Connection = connection, Organization = First };

    private static Dictionary<string, (DateTimeOffset LastRead, DateTimeOffset? RemovedAt)> Absent(
        SandboxMember member,
        DateTimeOffset lastRead,
        DateTimeOffset? removedAt
    ) => new(StringComparer.Ordinal) { [member.Email!] = (lastRead, removedAt) };
}
