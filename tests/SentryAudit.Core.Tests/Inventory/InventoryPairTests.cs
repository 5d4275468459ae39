using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class InventoryPairTests : IDisposable
{
    private static readonly DateTimeOffset First = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = First.AddDays(1);
    private static readonly DateTimeOffset Third = First.AddDays(2);
    private static readonly DateTimeOffset Now = First.AddDays(3);

    private readonly string _root = Directory.CreateTempSubdirectory("inventories").FullName;
    private readonly List<SentryException> _faults = [];

    public InventoryPairTests() => Sync("acme", First, Second, Third);

    private InventoryStore Acme => Store("acme");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Without_parameters_the_newest_sync_is_compared_with_the_one_before() => Assert.Equal((Second, Third), Single());

    [Theory]
    [InlineData("2026-09-01T12:00:00Z", null, 0, 2)]
    [InlineData("2026-09-02T06:00:00Z", null, 1, 2)]
    [InlineData("2026-09-01T12:00:00Z", "2026-09-02T12:00:00Z", 0, 1)]
    [InlineData(null, "2026-09-02T12:00:00Z", 0, 1)]
    [InlineData("2d", null, 1, 2)]
    [InlineData("60h", "36h", 0, 1)]
    public void A_time_means_the_newest_sync_that_had_begun_by_then(string? reference, string? difference, int before, int after) =>
        Assert.Equal((First.AddDays(before), First.AddDays(after)), Single(reference, difference));

    [Theory]
    [InlineData(null, 2)]
    [InlineData("3d", 0)]
    public void Against_Sentry_itself_the_newest_sync_is_the_reference_unless_another_is_named(string? reference, int before)
    {
        var pair = Assert.Single(Find(reference, "Live"));
        Assert.Equal((First.AddDays(before), null), (pair.Reference.Header.StartedAt, pair.Difference));
    }

    [Fact]
    public void A_file_itself_says_which_organization_is_meant()
    {
        Sync("globex", First, Second);
        var elsewhere = Directory.CreateDirectory(Path.Combine(_root, "empty")).FullName;
        Assert.Equal([(First, Third)], Times(Find(Acme.EarlierPath(First), root: elsewhere)));
        Assert.Equal([(First, Second)], Times(Find(difference: Acme.EarlierPath(Second), root: elsewhere)));
        Assert.Equal([(Second, Third)], Times(Find(difference: Acme.CurrentPath, root: elsewhere)));
    }

    [Fact]
    public void A_sync_may_be_named_with_the_slug_its_organization_had_then()
    {
        Sync("acme", slug: "acme-new", Now);
        Assert.Equal([(First, Now)], Times(Find(Acme.EarlierPath(First), organizations: ["acme"])));
        Assert.Empty(_faults);
    }

    [Fact]
    public void A_folder_is_its_newest_sync()
    {
        Assert.Equal([(Second, Third)], Times(Find(difference: Acme.Folder)));
        Assert.Equal([(First, Third)], Times(Find(Acme.EarlierPath(First), Acme.Folder)));
    }

    [Fact]
    public void Every_organization_is_compared_unless_some_are_named()
    {
        Sync("globex", First, Second);
        Assert.Equal([(Second, Third), (First, Second)], Times(Find()));
        Assert.Equal([(First, Second)], Times(Find(organizations: ["glob*"])));
        Assert.Equal([(First, Second)], Times(Find(organizations: ["id-globex"])));
        Assert.Empty(_faults);
    }

    [Fact]
    public void An_organization_without_an_inventory_is_reported_and_a_pattern_without_a_match_is_not()
    {
        Assert.Single(Find(organizations: ["acme", "globex", "initech*"]));
        Assert.Contains("globex", Assert.Single(_faults).Message, StringComparison.Ordinal);
        Assert.Equal("InventoryNotFound", _faults[0].ErrorId);
    }

    [Fact]
    public void An_organization_with_one_sync_is_reported_and_the_others_are_compared()
    {
        Sync("aaa", First);
        Assert.Equal([(Second, Third)], Times(Find()));
        Assert.Equal(
            ("InventoryReferenceMissing", "There is no earlier sync of aaa to compare with."),
            (Assert.Single(_faults).ErrorId, _faults[0].Message));
    }

    [Theory]
    [InlineData("30d", null, "30d")]
    [InlineData("999999w", null, "999999w")]
    [InlineData(null, "30d", "30d")]
    [InlineData("30d", "Live", "30d")]
    public void A_time_before_every_sync_is_reported(string? reference, string? difference, string named)
    {
        Assert.Empty(Find(reference, difference));
        Assert.Equal($"No sync of acme is as old as {named}.", Assert.Single(_faults).Message);
    }

    [Theory]
    [InlineData("1h", null)]
    [InlineData("40h", "30h")]
    public void The_same_sync_twice_is_refused(string? reference, string? difference)
    {
        Assert.Empty(Find(reference, difference));
        Assert.Equal("InventoryReferenceSame", Assert.Single(_faults).ErrorId);
    }

    [Fact]
    public void Syncs_of_two_organizations_are_refused()
    {
        Sync("globex", First);
        Assert.Empty(Find(Store("globex").CurrentPath, Acme.CurrentPath));
        Assert.Equal("InventoryOtherOrganization", Assert.Single(_faults).ErrorId);
    }

    [Fact]
    public void Sentry_itself_is_no_reference() =>
        Assert.Equal("InventoryReferenceLive", Assert.Throws<SentryException>(() => Find("Live")).ErrorId);

    [Fact]
    public void A_path_where_nothing_is_is_an_error()
    {
        Assert.Equal("InventoryNotFound", Assert.Throws<SentryException>(() => Find(root: Path.Combine(_root, "none"))).ErrorId);
        Assert.Equal("InventoryNotFound", Assert.Throws<SentryException>(() => Find(Path.Combine(_root, "none.jsonl.gz"))).ErrorId);
    }

    [Fact]
    public void A_damaged_file_is_skipped_and_named_once()
    {
        File.WriteAllBytes(Acme.CurrentPath, [1, 2, 3]);
        Assert.Equal((First, Second), Single());
        Assert.Contains(Acme.CurrentPath, Assert.Single(_faults).Message, StringComparison.Ordinal);
    }

    private (DateTimeOffset, DateTimeOffset?) Single(string? reference = null, string? difference = null) =>
        Assert.Single(Times(Find(reference, difference)));

    private static (DateTimeOffset, DateTimeOffset?)[] Times(IEnumerable<InventoryPair> pairs) =>
        [.. pairs.Select(pair => (pair.Reference.Header.StartedAt, pair.Difference?.Header.StartedAt))];

    private InventoryPair[] Find(
        string? reference = null,
        string? difference = null,
        string? root = null,
        string[]? organizations = null) =>
        [
            .. new InventoryPairFinder(
                reference is null ? null : new InventoryReference(reference),
                difference is null ? null : new InventoryReference(difference),
                Now,
                _faults.Add).Find(root ?? _root, organizations?.Select(key => new OrganizationReference(key)).ToArray()),
        ];

    private InventoryStore Store(string organization) => InventoryPlace.For(_root, new Uri("https://sentry.io/"), "id-" + organization);

    private void Sync(string organization, params DateTimeOffset[] times) => Sync(organization, slug: organization, times);

    private void Sync(string organization, string slug, params DateTimeOffset[] times)
    {
        var store = Store(organization);
        var upkeep = new StoreUpkeep(store);
        Directory.CreateDirectory(store.Folder);
        foreach (var time in times)
        {
            using (var writer = new InventoryWriter(upkeep.UnfinishedPath))
            {
                writer.Write(
                    InventoryKinds.Team,
                    [],
                    new InventorySection
                    {
                        Type = "Team",
                        ReadAt = time,
                        IsComplete = true,
                        Count = 0,
                        RemovedCount = 0,
                        Length = 0,
                    }
                );
                writer.Complete(
                    new InventoryHeader
                    {
                        Format = InventoryHeader.FormatName,
                        SchemaVersion = InventoryHeader.CurrentSchemaVersion,
                        ModuleVersion = "1.0.0",
                        Host = new Uri("https://sentry.io/"),
                        OrganizationId = "id-" + organization,
                        OrganizationSlug = slug,
                        StartedAt = time,
                        EndedAt = time.AddMinutes(1),
                        Sections = [],
                    }
                );
            }

            upkeep.Publish();
        }
    }
}
