using SentryAudit.Inventory;
using static SentryAudit.Core.Tests.Inventory.Entries;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>What is a change between two states, and what is none.</summary>
public sealed class InventoryComparisonTests
{
    private static readonly DateTimeOffset Friday = Monday.AddDays(4);

    private readonly FakeState _before = new(Monday);
    private readonly FakeState _after = new(Friday);

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
    public void A_team_with_a_new_slug_keeps_its_members()
    {
        _before.Has(InventoryKinds.TeamMember, TeamMember("1", "47", "web"), TeamMember("2", "47", "web"));
        _after.Has(InventoryKinds.TeamMember, TeamMember("1", "47", "shop"), TeamMember("2", "47", "shop"));

        Assert.Equal(
            [("47/1", "TeamSlug", "shop"), ("47/2", "TeamSlug", "shop")],
            Compare(InventoryKinds.TeamMember).Select(change => (change.Key, change.Property, change.NewValue)));
    }

    [Fact]
    public void Members_of_a_team_that_took_over_a_slug_are_not_those_of_the_team_before()
    {
        _before.Has(InventoryKinds.TeamMember, TeamMember("1", "47", "web"));
        _after.Has(InventoryKinds.TeamMember, TeamMember("1", "48", "web"));

        Assert.Equal(
            ["Added 48/1", "Removed 47/1"],
            Compare(InventoryKinds.TeamMember).Select(change => $"{change.ChangeType} {change.Key}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Team_members_of_earlier_versions_without_ids_of_teams_are_recognised_by_the_slug()
    {
        _before.Has(InventoryKinds.TeamMember, TeamMember("1", null, "web"), TeamMember("2", null, "web"));
        _after.Has(InventoryKinds.TeamMember, TeamMember("1", "47", "web"));

        Assert.Equal(["Removed slug/web/2"], Compare(InventoryKinds.TeamMember).Select(change => $"{change.ChangeType} {change.Key}"));
    }

    [Fact]
    public void A_deactivated_account_is_neither_removed_nor_a_list_of_properties()
    {
        _before.Has(InventoryKinds.Member, Person(SentryUserStatusKind.Active, isActive: true, "member"));
        _after.Has(InventoryKinds.Member, Person(SentryUserStatusKind.Inactive, isActive: false, "manager"));

        Assert.Equal(
            [
                (SentryInventoryChangeType.Deactivated, null, SentryChangeSignificance.High),
                (SentryInventoryChangeType.Changed, "Role", SentryChangeSignificance.High),
            ],
            Compare(InventoryKinds.Member).Select(change => (change.ChangeType, change.Property, change.Significance)));
    }

    [Fact]
    public void Another_target_of_an_action_is_a_change_of_high_significance()
    {
        _before.Has(InventoryKinds.AlertRule, Entry(Telling("team:46", "active")));
        _after.Has(InventoryKinds.AlertRule, Entry(Telling("team:47", null)));

        var change = Assert.Single(Compare(InventoryKinds.AlertRule));

        Assert.Equal(
            ("Actions", "Mail (team:46)", "Mail (team:47)", SentryChangeSignificance.High),
            (change.Property, change.OldValue, change.NewValue, change.Significance));
    }

    [Fact]
    public void A_rule_that_was_disabled_changed_its_status()
    {
        _before.Has(InventoryKinds.AlertRule, Entry(Telling("team:46", "active")));
        _after.Has(InventoryKinds.AlertRule, Entry(Telling("team:46", "disabled")));

        Assert.Equal(
            [("Status", "active", "disabled")],
            Compare(InventoryKinds.AlertRule).Select(change => (change.Property, change.OldValue, change.NewValue)));
    }

    private static SentryAlertRule Telling(string target, string? status) => new()
    {
        Id = "32",
        Source = SentryAlertRuleSource.LegacyRule,
        Status = status,
        Actions = new StringList([$"Mail ({target})"]),
        OrganizationSlug = "acme",
    };

    private static InventoryEntry<SentryMember> Person(SentryUserStatusKind status, bool isActive, string role) =>
        Entry(new SentryMember { Id = "187", Status = status, IsActive = isActive, Role = role, OrganizationSlug = "acme" });

    private List<SentryInventoryChange> Compare(InventoryKind kind) =>
        [.. new InventoryComparison("acme", _before, _after).Compare(
            kind, static fault => Assert.Fail(fault.Message), static note => Assert.Fail(note))];
}
