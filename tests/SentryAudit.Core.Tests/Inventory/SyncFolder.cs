using SentryAudit.Core.Tests.Support;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>A temporary folder of inventories, and syncs of one organization into it, a day apart.</summary>
internal sealed class SyncFolder : IDisposable
{
    /// <summary>The header of a file of another program.</summary>
    public const string ForeignHeader = """{"format":"Other","moduleVersion":"1","schemaVersion":1""" + Origin;

    /// <summary>The header of a file that a later version of the module wrote.</summary>
    public const string NewerHeader = """{"format":"SentryAudit.Inventory","moduleVersion":"9","schemaVersion":2""" + Origin;

    public static readonly Uri Host = new("https://sentry.io/");
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private const string Origin =
        ""","host":"https://x","organizationSlug":"a","startedAt":"2026-09-01T00:00:00Z","endedAt":"2026-09-01T00:00:00Z","sections":[]}""";

    public string Root { get; } = Directory.CreateTempSubdirectory("inventory").FullName;

    public ManualTimeProvider Clock { get; } = new(Start);

    public ListedSource Source { get; } = new();

    public List<SentryException> Reported { get; } = [];

    public InventoryStore Store => InventoryPlace.For(Root, Host, "2");

    public string Unfinished => new StoreUpkeep(Store).UnfinishedPath;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public SyncOutcome Sync(SyncOptions? options = null, OrganizationHome? organization = null) =>
        SyncAsync(options, organization, CancellationToken.None).GetAwaiter().GetResult();

    public async Task<SyncOutcome> SyncAsync(SyncOptions? options, OrganizationHome? organization, CancellationToken cancellationToken)
    {
        Source.Asked.Clear();
        var sync = new OrganizationSync(Source, options ?? Options(), Clock, new SyncProgress(Clock, static _ => { }));
        var outcome = await sync.RunAsync(organization ?? new OrganizationHome("acme", "2", Host), Reported.Add, cancellationToken);
        Clock.Advance(TimeSpan.FromDays(1));
        return outcome;
    }

    public SyncOptions Options(params SentryEntityType[] excluded) => new()
    {
        Root = Root,
        Host = Host,
        Types = InventoryKinds.All.Select(kind => kind.Type).Except(excluded).ToHashSet(),
        Keep = 30,
    };

    /// <summary>The members that the current state has, with a minus before those that are gone.</summary>
    public string Members() =>
        string.Join(
            ' ',
            InventorySnapshot
                .Open(Store.CurrentPath)
                .Read(InventoryKinds.Member)
                .Select(entry => (entry.RemovedAt is null ? "" : "-") + entry.Entity.Id));

    public void List(params string[] members)
    {
        Source.Members.Clear();
        Source.Members.AddRange(members.Select(ListedSource.Member));
    }
}
