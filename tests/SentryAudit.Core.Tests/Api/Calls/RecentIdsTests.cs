using SentryAudit.Api.Calls;

namespace SentryAudit.Core.Tests.Api.Calls;

public sealed class RecentIdsTests
{
    [Fact]
    public void Ids_are_remembered_for_the_last_pages_only()
    {
        var ids = new RecentIds(pages: 2);
        ids.StartPage();
        Assert.True(ids.IsNew("a"));
        Assert.False(ids.IsNew("a"));
        ids.StartPage();
        Assert.False(ids.IsNew("a"));
        Assert.True(ids.IsNew("b"));
        ids.StartPage();
        Assert.True(ids.IsNew("a"));
        Assert.False(ids.IsNew("b"));
    }

    [Fact]
    public void An_object_without_an_id_is_never_a_repetition()
    {
        var ids = new RecentIds(pages: 2);
        ids.StartPage();
        Assert.True(ids.IsNew(null));
        Assert.True(ids.IsNew(null));
    }
}
