using SentryAudit.Api.Calls;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>An item that can't be told is counted once, however often its page is read.</summary>
public sealed class UntoldCountTests
{
    [Theory]
    [InlineData("a -|b", 1)]
    [InlineData("a -|- b", 1)] // a page begins with the last item of the page before
    [InlineData("a - b|b c|a - b|b c", 1)] // went back
    [InlineData("- a|a -", 2)]
    [InlineData("- - a", 2)]
    [InlineData("a b|b c", 0)]
    public void Pages_that_overlap_or_come_again_count_once(string pages, int count)
    {
        var untold = new UntoldItems<string>("members of acme", static item => item);
        untold.StartPass();
        foreach (var page in pages.Split('|'))
        {
            untold.StartPage();
            foreach (var item in page.Split(' '))
            {
                untold.Take(item is "-" ? null : item);
            }
        }

        Assert.Equal(
            count == 0 ? null : $"Sentry could not tell {count} of the members of acme.",
            Record.Exception(() => untold.ThrowIfAny(items: 0, pages: 0))?.InnerException!.Message);
    }

    [Fact]
    public void What_a_further_reading_tells_is_told()
    {
        var untold = new UntoldItems<string>("members of acme", static item => item);
        untold.StartPass();
        untold.StartPage();
        untold.Take(null);
        untold.StartPass();
        untold.StartPage();
        untold.Take("a");

        Assert.Null(Record.Exception(() => untold.ThrowIfAny(items: 1, pages: 2)));
    }
}
