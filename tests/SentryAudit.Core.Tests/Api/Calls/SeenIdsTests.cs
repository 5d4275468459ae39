using SentryAudit.Api.Calls;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>What is kept of a list: which ids came, and in which pass.</summary>
public sealed class SeenIdsTests
{
    [Fact]
    public void An_id_is_new_once_over_all_passes()
    {
        var seen = new SeenIds();
        seen.StartPass();
        Assert.Equal([true, false, true], new[] { "7", "7", "a" }.Select(seen.IsNew));
        seen.StartPass();
        Assert.Equal([false, true], new[] { "a", "b" }.Select(seen.IsNew));
    }

    [Fact]
    public void Ids_are_compared_as_they_came()
    {
        var seen = new SeenIds();
        seen.StartPass();

        Assert.All(["7", "07", "+7", "7 ", "0", "00", "-7", "99999999999999999999", "A", "a"], id => Assert.True(seen.IsNew(id)));
    }

    [Fact]
    public void A_pass_counts_what_was_known_before_it()
    {
        var seen = new SeenIds();
        seen.StartPass();
        Array.ForEach(["1", "2", "a"], id => seen.IsNew(id));

        seen.StartPass();
        Array.ForEach(["2", "2", "a", "3"], id => seen.IsNew(id));

        Assert.Equal((4, 3, 2), (seen.Count, seen.InPass, seen.Again));
        Assert.Equal([true, false], new[] { "3", "1" }.Select(seen.IsInPass));
    }

    [Fact]
    public void Items_without_an_id_are_new_in_the_first_pass_only()
    {
        var seen = new SeenIds();
        seen.StartPass();
        Assert.Equal([true, true], new string?[] { null, null }.Select(seen.IsNew));
        seen.StartPass();
        Assert.False(seen.IsNew(null));
        Assert.Equal((2, 1), (seen.Count, seen.Nameless));
    }
}
