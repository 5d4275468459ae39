using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class SectionMergeTests
{
    private static readonly DateTimeOffset Before = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 9, 2, 0, 0, 0, TimeSpan.Zero);

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
    [InlineData("5", "ada@x", "5", "other@x")]
    [InlineData("5", "ada@x", null, "ADA@X")]
    [InlineData(null, "ada@x", "5", "Ada@x")]
    public void Anyone_who_is_invited_again_is_the_same_person(string? user, string mail, string? userAgain, string mailAgain)
    {
        foreach (var removedAt in new DateTimeOffset?[] { null, Before })
        {
            var entry = Members(
                    [Person("2", userAgain, mailAgain)],
                    [Known(Person("1", user, mail)) with { EverActive = true, RemovedAt = removedAt }])
                .Single();
            Assert.Equal(("2", Before, true, null), (entry.Entity.Id, entry.FirstSeen, entry.EverActive, entry.RemovedAt));
        }
    }

    [Fact]
    public void Anyone_who_has_nothing_in_common_is_another_person() =>
        Assert.Equal(2, Members([Person("2", "6", "b@x")], [Known(Person("1", "5", "a@x"))]).Count);

    [Fact]
    public void Unknown_accounts_and_addresses_are_no_match() => Assert.Equal(2, Members([Person("2")], [Known(Person("1"))]).Count);

    [Fact]
    public void The_membership_comes_before_any_other_match_in_whatever_order()
    {
        // 1 and 2 have swapped their addresses; 3 has 1's old account.
        SentryMember[] listed = [Person("3", "51", "c@x"), Person("2", "52", "a@x"), Person("1", null, "b@x")];
        InventoryEntry<SentryMember>[] known =
        [
            Known(Person("1", "51", "a@x")) with
            {
                FirstSeen = Before.AddDays(-1),
            },
            Known(Person("2", "52", "b@x")) with
            {
                FirstSeen = Before.AddDays(-2),
            },
        ];
        Dictionary<string, DateTimeOffset> expected = new(StringComparer.Ordinal)
        {
            ["1"] = Before.AddDays(-1),
            ["2"] = Before.AddDays(-2),
            ["3"] = Now,
        };
        foreach (var order in new[] { listed, [.. listed.Reverse()] })
        {
            Assert.Equal(
                expected,
                Members(order, known).ToDictionary(entry => entry.Entity.Id, entry => entry.FirstSeen, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_account_comes_before_the_address_in_whatever_order()
    {
        SentryMember[] listed = [Person("2", null, "a@x"), Person("3", "5", "b@x")];
        foreach (var order in new[] { listed, [.. listed.Reverse()] })
        {
            var entries = Members(order, [Known(Person("1", "5", "a@x"))]);
            Assert.Equal(
                (Now, Before),
                (entries.Single(entry => entry.Entity.Id == "2").FirstSeen, entries.Single(entry => entry.Entity.Id == "3").FirstSeen));
        }
    }

    [Fact]
    public void Nobody_is_matched_twice_with_one_earlier_person() =>
        Assert.Equal(
            [Before, Now],
            Members([Person("3", mail: "a@x"), Person("2", mail: "a@x")], [Known(Person("1", mail: "a@x"))])
                .OrderBy(entry => entry.Entity.Id)
                .Select(entry => entry.FirstSeen));

    [Theory]
    [InlineData(SentryUserStatusKind.Active, false, true)]
    [InlineData(SentryUserStatusKind.Inactive, true, true)]
    [InlineData(SentryUserStatusKind.Suspended, false, false)]
    public void Once_known_active_a_person_stays_known(SentryUserStatusKind status, bool earlier, bool expected) =>
        Assert.Equal(
            expected,
            Members([Person("1", status: status)], [Known(Person("1")) with { EverActive = earlier }]).Single().EverActive);

    [Fact]
    public void Anyone_who_is_gone_stays_known_too() =>
        Assert.True(Members([], [Known(Person("1")) with { EverActive = true }]).Single().EverActive);

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

    private static List<InventoryEntry<SentryMember>> Members(
        IReadOnlyList<SentryMember> listed,
        IEnumerable<InventoryEntry<SentryMember>> known
    ) => Merge(InventoryKinds.Member, listed, known);

    private static List<InventoryEntry<T>> Merge<T>(
        InventoryKind<T> kind,
        IReadOnlyList<T> listed,
        IEnumerable<InventoryEntry<T>> known,
        bool whole = true)
        where T : class => [.. new SectionMerge<T>(kind, Now).Merge(listed, known, _ => whole)];

    private static InventoryEntry<T> Known<T>(T entity)
        where T : class => new() { Entity = entity, FirstSeen = Before };

    private static SentryMember Person(
        string id,
        string? user = null,
        string? mail = null,
        SentryUserStatusKind status = SentryUserStatusKind.Inactive) =>
        new()
        {
            Id = id,
            UserId = user,
            Email = mail,
            Status = status,
            OrganizationSlug = "acme",
            LastUpdated = Before,
        };

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
