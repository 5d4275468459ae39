using SentryAudit.Inventory;
using static SentryAudit.Core.Tests.Inventory.Merging;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>What a listing and the state before make together.</summary>
public sealed class SectionMergeTests
{
    [Fact]
    public void What_is_new_is_first_seen_by_this_sync() => Assert.Equal(Now, Members([Person("1")], []).Single().FirstSeen);

    [Fact]
    public void What_was_known_keeps_when_it_was_first_seen_and_takes_its_new_state()
    {
        var entry = Members([Person("1", mail: "new@x")], [Known(Person("1", mail: "old@x"))]).Single();
        Assert.Equal((Before, "new@x", null), (entry.FirstSeen, entry.Entity.Email, entry.RemovedAt));
    }

    [Fact]
    public void What_a_whole_listing_lacks_is_gone_since_this_sync_and_keeps_its_last_state()
    {
        var entry = Members([], [Known(Person("1"))]).Single();
        Assert.Equal((Before, Now, Before), (entry.FirstSeen, entry.RemovedAt, entry.Entity.LastUpdated));
    }

    [Fact]
    public void What_was_gone_already_keeps_when_it_went() =>
        Assert.Equal(Before, Members([], [Known(Person("1")) with { RemovedAt = Before }]).Single().RemovedAt);

    [Fact]
    public void A_broken_listing_adds_and_updates_and_removes_nothing()
    {
        var entries = Merge(
            InventoryKinds.Member,
            [Person("2", mail: "new@x"), Person("3")],
            [Known(Person("1")), Known(Person("2"))],
            whole: false);
        Assert.Equal(["2", "3", "1"], entries.Select(entry => entry.Entity.Id));
        Assert.Equal([Before, Now, Before], entries.Select(entry => entry.FirstSeen));
        Assert.All(entries, entry => Assert.Null(entry.RemovedAt));
    }

    [Fact]
    public void What_comes_back_is_what_it_was()
    {
        var entry = Members([Person("1")], [Known(Person("1")) with { RemovedAt = Before }]).Single();
        Assert.Equal((Before, null), (entry.FirstSeen, entry.RemovedAt));
    }

    [Fact]
    public void It_is_in_Sentrys_order_with_what_is_gone_at_the_end() =>
        Assert.Equal(["5", "4", "1", "2", "3"], Members(
            [Person("5"), Person("4"), Person("1")],
            [Known(Person("2")) with { RemovedAt = Before }, Known(Person("3")), Known(Person("1"))]).Select(entry => entry.Entity.Id));

    [Fact]
    public void An_object_listed_twice_is_one() => Assert.Single(Members([Person("1"), Person("1")], []));

    [Theory]
    [InlineData(SentryAlertRuleSource.Workflow, SentryAlertRuleKind.Issue, "slow", "web", 0, 1)]
    [InlineData(SentryAlertRuleSource.LegacyRule, SentryAlertRuleKind.Issue, "slow", "web", 0, 2)]
    [InlineData(SentryAlertRuleSource.Detector, SentryAlertRuleKind.Metric, "slow", "web", 0, 2)]
    [InlineData(SentryAlertRuleSource.Workflow, SentryAlertRuleKind.Issue, "fast", "web", 0, 2)]
    [InlineData(SentryAlertRuleSource.Workflow, SentryAlertRuleKind.Issue, "slow", "api", 0, 2)]
    [InlineData(SentryAlertRuleSource.Workflow, SentryAlertRuleKind.Issue, "slow", "web", 1, 2)]
    public void A_rule_survives_a_change_of_endpoints_only_when_all_else_agrees(
        SentryAlertRuleSource source,
        SentryAlertRuleKind kind,
        string name,
        string project,
        int secondsLater,
        int rules)
    {
        var entries = Merge(
            InventoryKinds.AlertRule,
            [Rule("900", source, kind, name, project, secondsLater)],
            [Known(Rule("7", SentryAlertRuleSource.LegacyRule))]);
        Assert.Equal(rules, entries.Count);
        Assert.Equal(rules == 1 ? Before : Now, entries[0].FirstSeen);
    }

    [Fact]
    public void Rules_of_one_endpoint_that_look_alike_stay_two_through_the_change()
    {
        var entries = Merge(InventoryKinds.AlertRule,
            [Rule("900", SentryAlertRuleSource.Workflow), Rule("901", SentryAlertRuleSource.Workflow)],
            [Known(Rule("7", SentryAlertRuleSource.LegacyRule)), Known(Rule("8", SentryAlertRuleSource.LegacyRule))]);
        Assert.Equal([Before, Before], entries.Select(entry => entry.FirstSeen));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(null, false)]
    public void What_could_not_have_been_listed_is_not_gone(int? daysAfter, bool isGone)
    {
        var release = new SentryRelease
        {
            Id = "2/1.0",
            Version = "1.0",
            DateCreated = daysAfter is { } days ? Before.AddDays(days) : null,
            OrganizationSlug = "acme",
            LastUpdated = Before,
        };
        var entry = new SectionMerge<SentryRelease>(InventoryKinds.Release, Now)
            .Merge([], [Known(release)], candidate => candidate.DateCreated >= Before)
            .Single();
        Assert.Equal(isGone, entry.RemovedAt is not null);
    }

    private static SentryAlertRule Rule(
        string id,
        SentryAlertRuleSource source,
        SentryAlertRuleKind kind = SentryAlertRuleKind.Issue,
        string name = "slow",
        string project = "web",
        int secondsLater = 0) =>
        new()
        {
            Id = id,
            Source = source,
            Kind = kind,
            Name = name,
            ProjectSlugs = new StringList([project]),
            DateCreated = Before.AddSeconds(secondsLater),
            OrganizationSlug = "acme",
            LastUpdated = Before,
        };
}
