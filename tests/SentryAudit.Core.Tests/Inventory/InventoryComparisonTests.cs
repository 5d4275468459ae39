using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class InventoryComparisonTests
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 7, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Friday = Monday.AddDays(4);

    private readonly FakeState _before = new(Monday);
    private readonly FakeState _after = new(Friday);
    private readonly List<SentryException> _doubts = [];

    [Fact]
    public void What_came_is_added_when_it_was_first_seen()
    {
        _before.Has(InventoryKinds.Team);
        _after.Has(InventoryKinds.Team, Team("1", "web", firstSeen: Monday.AddDays(1)));
        var change = Assert.Single(Compare(InventoryKinds.Team));
        Assert.Equal(
            (SentryInventoryChangeType.Added, "1", "web", Monday.AddDays(1)),
            (change.ChangeType, change.Key, change.DisplayName, change.DetectedAt));
        Assert.Null(change.Property);
    }

    [Fact]
    public void What_went_is_removed_at_the_first_complete_sync_without_it()
    {
        _before.Has(InventoryKinds.Team, Team("1", "web"), Team("2", "api"));
        _after.Has(InventoryKinds.Team, Team("1", "web") with { RemovedAt = Monday.AddDays(2) });
        Assert.Equal(
            [("web", Monday.AddDays(2)), ("api", Friday)],
            Compare(InventoryKinds.Team).Select(change => (change.DisplayName, change.DetectedAt)));
    }

    [Fact]
    public void What_came_back_is_added()
    {
        _before.Has(InventoryKinds.Team, Team("1", "web") with { RemovedAt = Monday });
        _after.Has(InventoryKinds.Team, Team("1", "web"));
        Assert.Equal(
            (SentryInventoryChangeType.Added, Friday),
            Compare(InventoryKinds.Team).Select(change => (change.ChangeType, change.DetectedAt)).Single());
    }

    [Fact]
    public void What_was_gone_both_times_is_no_change()
    {
        _before.Has(InventoryKinds.Team, Team("1", "web") with { RemovedAt = Monday });
        _after.Has(InventoryKinds.Team, Team("1", "web") with { RemovedAt = Monday });
        Assert.Empty(Compare(InventoryKinds.Team));
    }

    [Fact]
    public void Each_changed_property_is_a_change_with_both_values()
    {
        _before.Has(InventoryKinds.Member, Member("1", role: "member", has2FA: false, read: Monday));
        _after.Has(InventoryKinds.Member, Member("1", role: "owner", has2FA: true, read: Friday));
        Assert.Equal(
            [("Role", "member", "owner"), ("Has2FA", "False", "True")],
            Compare(InventoryKinds.Member).Select(change => (change.Property, change.OldValue, change.NewValue)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(false, null)]
    public void A_flag_that_was_or_became_unknown_did_not_change(bool? before, bool? after)
    {
        _before.Has(InventoryKinds.Member, Member("1", has2FA: before));
        _after.Has(InventoryKinds.Member, Member("1", has2FA: after));
        Assert.Empty(Compare(InventoryKinds.Member));
    }

    [Fact]
    public void A_list_in_another_order_did_not_change()
    {
        _before.Has(InventoryKinds.Team, Team("1", "web", projects: ["a", "b"]));
        _after.Has(InventoryKinds.Team, Team("1", "web", projects: ["b", "a"]));
        Assert.Empty(Compare(InventoryKinds.Team));
    }

    [Fact]
    public void Values_do_not_depend_on_the_culture()
    {
        _before.Has(InventoryKinds.Release, Release("1.0", Monday, released: null));
        _after.Has(InventoryKinds.Release, Release("1.0", Monday, released: Friday));
        Assert.Equal(
            (null, "2026-09-11T06:00:00.0000000Z"),
            Compare(InventoryKinds.Release).Select(change => (change.OldValue, change.NewValue)).Single());
    }

    [Theory]
    [InlineData("77", "x@acme.example", "77", "y@acme.example")]
    [InlineData(null, "Ada@acme.example", "77", "ada@ACME.example")]
    public void A_person_removed_and_invited_again_is_the_same(string? userBefore, string emailBefore, string? userAfter, string emailAfter)
    {
        _before.Has(InventoryKinds.Member, Member("1", user: userBefore, email: emailBefore));
        _after.Has(InventoryKinds.Member, Member("2", user: userAfter, email: emailAfter));
        Assert.All(Compare(InventoryKinds.Member), change => Assert.Equal(SentryInventoryChangeType.Changed, change.ChangeType));
        Assert.Contains(Compare(InventoryKinds.Member), change => (change.Property, change.OldValue, change.NewValue) == ("Id", "1", "2"));
    }

    [Fact]
    public void An_address_that_went_to_another_person_does_not_mix_the_two_up()
    {
        _before.Has(InventoryKinds.Member, Member("1", user: "77", email: "info@acme.example"));
        _after.Has(
            InventoryKinds.Member,
            Member("2", user: "88", email: "info@acme.example"),
            Member("1", user: "77", email: "ada@acme.example"));
        Assert.Equal(
            ["Added 2", "Changed 1"],
            Compare(InventoryKinds.Member).Select(change => $"{change.ChangeType} {change.Key}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rule_that_moved_to_the_new_endpoints_is_the_same()
    {
        _before.Has(InventoryKinds.AlertRule, Rule("9", SentryAlertRuleSource.LegacyRule));
        _after.Has(InventoryKinds.AlertRule, Rule("400", SentryAlertRuleSource.Workflow));
        Assert.Equal(["Id", "Source"], Compare(InventoryKinds.AlertRule).Select(change => change.Property));
    }

    [Fact]
    public void An_incomplete_difference_proves_no_removal_and_says_so()
    {
        _before.Has(InventoryKinds.Team, Team("1", "web"), Team("2", "api"));
        _after.HasPartOf(InventoryKinds.Team, Team("2", "api", projects: ["a"]), Team("3", "new"));
        Assert.Equal(["ProjectSlugs", null], Compare(InventoryKinds.Team).Select(change => change.Property));
        Assert.Contains("removed", Assert.Single(_doubts).Message, StringComparison.Ordinal);
        Assert.Contains("403", _doubts[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_reference_proves_nothing_new_and_says_so()
    {
        _before.HasPartOf(InventoryKinds.Team, Team("1", "web"));
        _after.Has(InventoryKinds.Team, Team("3", "new"));
        Assert.Equal([SentryInventoryChangeType.Removed], Compare(InventoryKinds.Team).Select(change => change.ChangeType));
        Assert.Contains("added", Assert.Single(_doubts).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_incomplete_states_are_refused_with_both_reasons()
    {
        _before.HasPartOf(InventoryKinds.Team, Team("1", "web"));
        _after.HasPartOf(InventoryKinds.Team, Team("1", "renamed"));
        Assert.Empty(Compare(InventoryKinds.Team));
        Assert.Equal("SentryInventoryIncomplete", Assert.Single(_doubts).ErrorId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_kind_never_read_is_refused(bool inReference)
    {
        (inReference ? _after : _before).Has(InventoryKinds.Team, Team("1", "web"));
        Assert.Empty(Compare(InventoryKinds.Team));
        Assert.Contains(inReference ? "reference" : "difference", Assert.Single(_doubts).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_older_than_what_was_read_is_neither_added_nor_removed()
    {
        _before.Has(InventoryKinds.Release, Release("old", Monday.AddDays(-90)), Release("gone", Monday));
        _after.HasSince(Monday.AddDays(-30), InventoryKinds.Release, Release("new", Friday));
        Assert.Equal(["new", "gone"], Compare(InventoryKinds.Release).Select(change => change.DisplayName));
    }

    [Theory]
    [InlineData(SentryEntityType.Member, null, SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "Role", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "Has2FA", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "Pending", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Member, "LastActive", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Member, "Name", SentryChangeSignificance.Medium)]
    [InlineData(SentryEntityType.TeamMember, "TeamRole", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.ProjectKey, "IsActive", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.AlertRule, "Status", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.AlertRule, "LastTriggered", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Organization, "Require2FA", SentryChangeSignificance.High)]
    [InlineData(SentryEntityType.Organization, "PendingAccessRequests", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Team, "MemberCount", SentryChangeSignificance.Low)]
    [InlineData(SentryEntityType.Project, null, SentryChangeSignificance.Medium)]
    [InlineData(SentryEntityType.Release, null, SentryChangeSignificance.Low)]
    public void What_decides_about_access_ranks_above_work_and_that_above_counters(
        SentryEntityType type,
        string? property,
        SentryChangeSignificance expected
    ) => Assert.Equal(expected, ChangeRanking.Rank(type, property));

    private List<SentryInventoryChange> Compare(InventoryKind kind)
    {
        _doubts.Clear();
        return [.. new InventoryComparison("acme", _before, _after).Compare(kind, _doubts.Add)];
    }

    private static InventoryEntry<SentryTeam> Team(string id, string slug, DateTimeOffset? firstSeen = null, string[]? projects = null) =>
        Entry(
            new SentryTeam
            {
                Id = id,
                Slug = slug,
                ProjectSlugs = new StringList(projects ?? []),
                OrganizationSlug = "acme",
                LastUpdated = Monday,
            },
            firstSeen);

    private static InventoryEntry<SentryMember> Member(
        string id,
        string? role = "member",
        bool? has2FA = null,
        string? user = null,
        string? email = null,
        DateTimeOffset? read = null) =>
        Entry(
            new SentryMember
            {
                Id = id,
                Role = role,
                Has2FA = has2FA,
                UserId = user,
                Email = email,
                OrganizationSlug = "acme",
                LastUpdated = read ?? Monday,
            }
        );

    private static InventoryEntry<SentryRelease> Release(string version, DateTimeOffset created, DateTimeOffset? released = null) =>
        Entry(
            new SentryRelease
            {
                Id = $"2/{version}",
                Version = version,
                DateCreated = created,
                DateReleased = released,
                OrganizationSlug = "acme",
            }
        );

    private static InventoryEntry<SentryAlertRule> Rule(string id, SentryAlertRuleSource source) =>
        Entry(
            new SentryAlertRule
            {
                Id = id,
                Source = source,
                Name = "Errors",
                DateCreated = Monday,
                ProjectSlugs = new StringList(["web"]),
                OrganizationSlug = "acme",
            }
        );

    private static InventoryEntry<T> Entry<T>(T entity, DateTimeOffset? firstSeen = null)
        where T : class => new() { Entity = entity, FirstSeen = firstSeen ?? Monday };

    private sealed class FakeState(DateTimeOffset readAt) : IInventoryState
    {
        private readonly Dictionary<InventoryKind, (InventorySection Section, System.Collections.IEnumerable Entries)> _kinds = [];

        public void Has<T>(InventoryKind<T> kind, params InventoryEntry<T>[] entries)
            where T : class => _kinds[kind] = (Section(kind), entries);

        public void HasPartOf<T>(InventoryKind<T> kind, params InventoryEntry<T>[] entries)
            where T : class => _kinds[kind] = (Section(kind) with { IsComplete = false, Problem = "Sentry refused it (403)." }, entries);

        public void HasSince<T>(DateTimeOffset since, InventoryKind<T> kind, params InventoryEntry<T>[] entries)
            where T : class => _kinds[kind] = (Section(kind) with { Since = since }, entries);

        public InventorySection? Find(InventoryKind kind) => _kinds.TryGetValue(kind, out var known) ? known.Section : null;

        public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
            where T : class => _kinds[kind].Entries.Cast<InventoryEntry<T>>();

        private InventorySection Section(InventoryKind kind) =>
            new()
            {
                Type = kind.ToString(),
                ReadAt = readAt,
                IsComplete = true,
                Count = 0,
                RemovedCount = 0,
                Length = 0,
            };
    }
}
