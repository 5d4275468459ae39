using System.Text.Json;
using SentryAudit.Api.Events;
using SentryAudit.Common.Streams;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Events;

public sealed class EventEntryTests
{
    private const string OfWeb = "projects/acme/web/events/";
    private const string Whole = """
        {"eventID":"9fac","groupID":"1",
         "entries":[{"type":"message","data":{"formatted":"Disk full"}},{"type":"hologram","data":{"":1}}]}
        """;

    [Fact]
    public async Task Lists_are_asked_for_whole_events()
    {
        var transport = new FakeTransport().On(OfWeb, $"[{Whole}]");

        var entries = await List(transport);

        Assert.Equal("full=1&per_page=100", transport.Requests.Single().QueryText());
        Assert.Equal([("message", "Disk full", "9fac", "1", "web"), ("hologram", null, "9fac", "1", "web")],
            entries.Select(entry => (entry.Type, entry.Summary, entry.EventId, entry.IssueId!, entry.ProjectSlug!)));
        Assert.Equal("""{"":1}""", entries[1].Content!.Json.GetRawText());
    }

    [Fact]
    public async Task A_short_row_is_read_as_an_event_of_its_own()
    {
        var transport = new FakeTransport().On(OfWeb, """[{"eventID":"9fac"}]""").On(OfWeb + "9fac/", Whole);

        Assert.Equal(2, (await List(transport)).Count);
    }

    [Fact]
    public async Task An_event_without_entries_has_none()
    {
        var transport = new FakeTransport().On(OfWeb, """[{"eventID":"9fac","entries":[]}]""");

        Assert.Empty(await List(transport));
        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task An_event_is_looked_up_only_when_its_project_is_unknown()
    {
        var transport = new FakeTransport().On("organizations/acme/eventids/9fac/", """{"projectSlug":"web"}""").On(OfWeb + "9fac/", Whole);

        Assert.Equal(2, (await Get(transport, new EventPlace("9fac", Project: null))).Count(part => part.Item is not null));
        Assert.Equal(2, transport.Requests.Count);
        await Get(transport, new EventPlace("9fac", "web"));
        Assert.Equal(3, transport.Requests.Count);
    }

    [Fact]
    public async Task An_event_that_is_gone_stops_no_other()
    {
        var transport = new FakeTransport().On(OfWeb + "1/", 404).On(OfWeb + "2/", Whole);

        var parts = await Get(transport, new EventPlace("1", "web"), new EventPlace("2", "web"));

        Assert.Equal(["1"], parts.Where(part => part.Fault is not null).Select(part => part.Part.Id));
        Assert.Equal(2, parts.Count(part => part.Item is not null));
    }

    [Theory]
    [InlineData(
        "exception",
        """{"values":[{"type":"IOError","value":"x"},{"type":"ValueError","value":"bad\n line"},{"type":null,"value":null}]}""",
        "ValueError: bad line")]
    [InlineData("exception", """{"values":[{"type":"SIGSEGV","value":null}]}""", "SIGSEGV")]
    [InlineData("exception", """{"values":null}""", "values")]
    [InlineData("breadcrumbs", """{"values":[{"message":null,"category":"http"}]}""", "1 breadcrumb, the last: http")]
    [InlineData("breadcrumbs", """{"values":[]}""", "0 breadcrumbs")]
    [InlineData("request", """{"method":"POST","url":"https://x/"}""", "POST https://x/")]
    [InlineData("request", """{"method":null,"url":"https://x/"}""", "https://x/")]
    [InlineData("message", """{"formatted":null,"message":"m"}""", "m")]
    [InlineData(
        "stacktrace",
        """{"frames":[{"function":"parse","filename":"a.py","lineNo":42,"inApp":true},{"function":"run","inApp":false}]}""",
        "parse in a.py:42")]
    [InlineData("stacktrace", """{"frames":[{"function":"run","inApp":false}]}""", "run")]
    [InlineData("threads", """{"values":[{"id":259,"name":null},{"id":"render"}]}""", "2 threads, the last: render")]
    [InlineData("spans", """[{"op":"db","description":"SELECT 1"}]""", "1 span, the last: db SELECT 1")]
    [InlineData("csp", """{"effective_directive":"script-src","blocked_uri":"https://cdn/x.js"}""", "script-src blocked https://cdn/x.js")]
    [InlineData("hologram", """{"":1,"depth":2,"layers":[]}""", "depth, layers")]
    [InlineData("hologram", "[1,2]", "2 items")]
    [InlineData("template", "null", null)]
    [InlineData("message", "\"odd\"", "odd")]
    [InlineData("exception", "7", "7")]
    [InlineData("exception", """{"values":[7,"x"]}""", "values")]
    public void A_summary_is_one_line_whatever_was_sent(string type, string json, string? summary) =>
        Assert.Equal(summary, EntrySummary.Of(type, JsonDocument.Parse(json).RootElement));

    [Fact]
    public void A_summary_is_short_and_cuts_no_character_in_two()
    {
        var text = EntrySummary.Of(
            "message",
            JsonSerializer.SerializeToElement(new { message = string.Concat(Enumerable.Repeat("\U0001F98A", 300)) })
        )!;

        Assert.InRange(text.Length, 190, 200);
        Assert.False(char.IsHighSurrogate(text[^2]));
    }

    private static async Task<List<SentryEventEntry>> List(FakeTransport transport) =>
        [
            .. (
                await Estate
                    .Api(transport)
                    .EventEntries.ListAsync(Estate.Acme, [new EventSource(Issue: null, "web", Window: null)], default)
                    .ToListAsync())
                .Select(part => part.Item)
                .OfType<SentryEventEntry>(),
        ];

    private static async Task<List<ListPart<EventPlace, SentryEventEntry>>> Get(FakeTransport transport, params EventPlace[] places) =>
        await Estate.Api(transport).EventEntries.ListOfEventsAsync(Estate.Acme, places, default).ToListAsync();
}
