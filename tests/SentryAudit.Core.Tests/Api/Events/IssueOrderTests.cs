using SentryAudit.Api;
using SentryAudit.Api.Events;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Events;

/// <summary>A server that ignores the order that was asked for would give a wrong "top ten".</summary>
public sealed class IssueOrderTests
{
    private const string Path = "organizations/acme/issues/";

    [Theory]
    [InlineData("freq", "9 8 8 7 7 2", false)]
    [InlineData("freq", "9 8 1 7 5 2", false)] // counted a moment later
    [InlineData("freq", "1 9 2 8 3 7", true)]
    [InlineData("freq", "1 9", false)] // too few to tell
    [InlineData("trends", "1 9 2 8 3 7", false)] // issues do not carry what it sorts by
    [InlineData(null, "1 9 2 8 3 7", false)]
    public async Task Issues_that_come_in_another_order_than_asked_for_are_told(string? sort, string counts, bool isTold)
    {
        var rows = counts.Split(' ').Select((count, index) => $$"""{"id":"{{index}}","count":"{{count}}"}""");
        var (issues, warnings) = await ListAsync(new FakeTransport().On(Path, $"[{string.Join(',', rows)}]"), sort);

        Assert.Equal(counts.Split(' ').Length, issues.Count);
        Assert.Equal(isTold, warnings.Exists(text => text.Contains("Sort-Object EventCount -Descending", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("user", "userCount")]
    [InlineData("new", "firstSeen")]
    [InlineData("date", "lastSeen")]
    public async Task Each_order_is_looked_at_by_what_it_sorts_by(string sort, string field)
    {
        var rows = new[] { 1, 9, 2, 8, 3, 7 }.Select(day =>
            $$"""{"id":"{{day}}","{{field}}":{{(sort == "user" ? $"{day}" : $"\"2026-08-0{day}T00:00:00Z\"")}}}""");

        Assert.Single((await ListAsync(new FakeTransport().On(Path, $"[{string.Join(',', rows)}]"), sort)).Warnings);
    }

    [Fact]
    public async Task What_came_before_a_fault_is_given_all_the_same()
    {
        var transport = new FakeTransport().On(Path, """[{"id":"1"},{"id":"2"}]""", 500);
        var given = new List<string>();

        await Assert.ThrowsAsync<IncompleteListingException>(async () =>
        {
            await foreach (var issue in Estate.Api(transport).Issues.ListAsync(Estate.Acme, new IssueFilter { Sort = "freq" }, default))
            {
                given.Add(issue.Id);
            }
        });

        Assert.Equal(["1", "2"], given);
    }

    private static async Task<(List<SentryIssue> Issues, List<string> Warnings)> ListAsync(FakeTransport transport, string? sort)
    {
        var notes = new Notes();
        var api = new SentryApi(Estate.Connection(transport).Site, notes);
        var issues = await api.Issues.ListAsync(Estate.Acme, new IssueFilter { Sort = sort }, default).ToListAsync();
        return (issues, notes.Warnings);
    }
}
