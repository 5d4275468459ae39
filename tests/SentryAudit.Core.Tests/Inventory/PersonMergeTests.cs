using SentryAudit.Inventory;
using static SentryAudit.Core.Tests.Inventory.Merging;

namespace SentryAudit.Core.Tests.Inventory;

/// <summary>Which person of a listing is which person of the state before.</summary>
public sealed class PersonMergeTests
{
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
}
