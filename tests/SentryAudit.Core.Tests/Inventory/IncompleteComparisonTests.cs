using SentryAudit.Inventory;
using static SentryAudit.Core.Tests.Inventory.Entries;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>Comparisons of states that were not read whole: what they prove, and what they do not.</summary>
public sealed class IncompleteComparisonTests
{
    private static readonly DateTimeOffset Friday = Monday.AddDays(4);

    private readonly FakeState _before = new(Monday);
    private readonly FakeState _after = new(Friday);
    private readonly List<SentryException> _reported = [];
    private readonly List<string> _noted = [];

    [Fact]
    public void An_incomplete_difference_proves_no_removal_and_says_so()
    {
        _before.Has(InventoryKinds.Team, Team("1", "web"), Team("2", "api"));
        _after.HasPartOf(InventoryKinds.Team, Team("2", "api", projects: ["a"]), Team("3", "new"));
        Assert.Equal(["ProjectSlugs", null], Compare(InventoryKinds.Team).Select(change => change.Property));
        Assert.Contains("removed", Assert.Single(_reported).Message, StringComparison.Ordinal);
        Assert.Contains("403", _reported[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_reference_proves_nothing_new_and_says_so()
    {
        _before.HasPartOf(InventoryKinds.Team, Team("1", "web"));
        _after.Has(InventoryKinds.Team, Team("3", "new"));
        Assert.Equal([SentryInventoryChangeType.Removed], Compare(InventoryKinds.Team).Select(change => change.ChangeType));
        Assert.Contains("added", Assert.Single(_reported).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_incomplete_states_are_refused_with_both_reasons()
    {
        _before.HasPartOf(InventoryKinds.Team, Team("1", "web"));
        _after.HasPartOf(InventoryKinds.Team, Team("1", "renamed"));
        Assert.Empty(Compare(InventoryKinds.Team));
        Assert.Equal("SentryInventoryIncomplete", Assert.Single(_reported).ErrorId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_kind_never_read_is_refused(bool inReference)
    {
        (inReference ? _after : _before).Has(InventoryKinds.Team, Team("1", "web"));
        Assert.Empty(Compare(InventoryKinds.Team));
        Assert.Contains(inReference ? "reference" : "difference", Assert.Single(_reported).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_older_than_what_was_read_is_neither_added_nor_removed()
    {
        _before.Has(InventoryKinds.Release, Release("old", Monday.AddDays(-90)), Release("gone", Monday));
        _after.HasSince(Monday.AddDays(-30), InventoryKinds.Release, Release("new", Friday));
        Assert.Equal(["new", "gone"], Compare(InventoryKinds.Release).Select(change => change.DisplayName));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void What_is_not_on_a_server_is_a_note_and_no_fault(bool before, bool after)
    {
        _before.Has(InventoryKinds.Team, Team("1", "web"));
        _after.Has(InventoryKinds.Team);
        (before ? _before : _after).Lacks(InventoryKinds.Team);
        (after ? _after : _before).Lacks(InventoryKinds.Team);

        Assert.Empty(Compare(InventoryKinds.Team));

        Assert.Empty(_reported);
        Assert.StartsWith(
            "Team objects of acme are not compared: they are not on this server", Assert.Single(_noted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Try again later.", "Try again later. Then sync again.")]
    [InlineData(null, "Sync again with a token that is allowed to read all of them.")]
    public void The_advice_is_the_one_of_the_cause(string? remedy, string expected)
    {
        _before.Has(InventoryKinds.Team, Team("1", "web"));
        _after.HasPartOf(remedy, InventoryKinds.Team);

        Compare(InventoryKinds.Team);
        Assert.Equal(expected, Assert.Single(_reported).RecommendedAction);

        _before.HasPartOf(remedy, InventoryKinds.Team);
        Compare(InventoryKinds.Team);
        Assert.Equal(expected, Assert.Single(_reported).RecommendedAction);
    }

    private List<SentryInventoryChange> Compare(InventoryKind kind)
    {
        _reported.Clear();
        return [.. new InventoryComparison("acme", _before, _after).Compare(kind, _reported.Add, _noted.Add)];
    }
}
