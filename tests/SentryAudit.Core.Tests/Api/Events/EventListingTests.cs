using SentryAudit.Api.Events;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Events;

public sealed class EventListingTests
{
    private const string OfIssue = "organizations/acme/issues/9/events/";
    private const string OfWeb = "projects/acme/web/events/";
    private const string OfApi = "projects/acme/api/events/";
    private static readonly DateWindow September = new(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 9, 2, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Every_field_of_an_event_is_mapped()
    {
        var item = Assert.Single(Items(await List(new FakeTransport().On(OfIssue, """
            [{"id":"dfb1","eventID":"9fac","groupID":1889724436,"projectID":"49271","event.type":"error","title":"ValueError","message":"m",
             "location":"app.py:1","culprit":"/x/",
              "platform":"python","dateCreated":"2026-09-11T17:46:36Z",
              "user":{"id":"7","email":"r@c.io","username":"rosa","ip_address":"::1","data":{"":"x"}},
              "tags":[{"key":"level","value":"error"},{"key":"empty","value":""}],"metadata":{}}]
            """), Issue)));

        Assert.Equal(
            ("9fac", "1889724436", "web", "error", "ValueError", "m"),
            (item.EventId, item.IssueId, item.ProjectSlug, item.Type, item.Title, item.Message));
        Assert.Equal(("app.py:1", "/x/", "python", 11), (item.Location, item.Culprit, item.Platform, item.DateCreated!.Value.Day));
        Assert.Equal(("7", "r@c.io", "rosa", "::1"), (item.UserId, item.UserEmail, item.UserName, item.UserIpAddress));
        Assert.Equal(["level=error", "empty="], item.Tags);
        Assert.Equal(("acme", FakeTransport.ReadAt), (item.OrganizationSlug, item.LastUpdated));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":null,"email":""}""")]
    public async Task A_user_without_a_name_is_unknown(string user)
    {
        var item = Assert.Single(Items(await List(new FakeTransport().On(OfIssue, $$"""[{"eventID":"1","user":{{user}}}]"""), Issue)));

        Assert.Equal((null, null, null, null), (item.UserId, item.UserEmail, item.UserName, item.UserIpAddress));
        Assert.Null(item.Tags);
    }

    [Fact]
    public async Task Lists_come_in_their_order_and_one_that_fails_stops_no_other()
    {
        var transport = new FakeTransport()
            .On(OfWeb, """[{"eventID":"1"}]""")
            .On(OfApi, 403)
            .On(OfIssue, """[{"eventID":"2"}]""", """[{"eventID":"3"}]""");

        var parts = await List(transport, Project("web"), Project("api"), Issue);

        Assert.Equal(["1", "2", "3"], Items(parts).Select(item => item.EventId));
        var fault = Assert.Single(parts, part => part.Fault is not null);
        Assert.Equal(("api", "SentryForbidden"), (fault.Part.ToString(), fault.Fault!.ErrorId));
    }

    [Fact]
    public async Task A_window_is_sent_and_kept_here_too()
    {
        var transport = new FakeTransport().On(OfWeb, """
            [{"eventID":"1","dateCreated":"2026-09-02T00:00:00Z"},
             {"eventID":"2","dateCreated":"2026-09-01T00:00:00Z"},
             {"eventID":"3","dateCreated":null}]
            """);

        Assert.Equal(["2", "3"], Items(await List(transport, Project("web") with { Window = September })).Select(item => item.EventId));
        Assert.Equal("start=2026-09-01T00:00:00&end=2026-09-02T00:00:00&per_page=100", transport.Requests.Single().QueryText());
    }

    [Fact]
    public async Task Many_lists_are_read_at_once_but_not_all()
    {
        var gate = new TaskCompletionSource();
        var transport = new FakeTransport { Gate = gate.Task };
        var sources = Enumerable.Range(0, 30).Select(number => new EventSource(Issue: null, $"p{number}", Window: null)).ToArray();
        foreach (var source in sources)
        {
            transport.On($"projects/acme/{source.Project}/events/", $$"""[{"eventID":"{{source.Project}}"}]""");
        }

        var all = List(transport, sources);
        Assert.True(SpinWait.SpinUntil(() => transport.Requests.Count == 8, TimeSpan.FromSeconds(10)));
        gate.SetResult();

        Assert.Equal(sources.Select(source => source.Project), Items(await all).Select(item => item.EventId));
    }

    [Fact]
    public async Task A_list_whose_turn_has_not_come_is_not_read_to_its_end()
    {
        var page = $"[{string.Join(',', Enumerable.Range(0, 100).Select(number => $$"""{"eventID":"PAGE{{number}}"}"""))}]";
        Canned[] pages =
        [
            .. Enumerable.Range(0, 20).Select(number => (Canned)page.Replace("PAGE", $"{number}-", StringComparison.Ordinal)),
        ];
        var transport = new FakeTransport().On(OfWeb, pages).On(OfApi, pages);

        await foreach (var part in Estate.Api(transport).Events.ListAsync(Estate.Acme, [Project("web"), Project("api")], default))
        {
            if (part.Part.Project == "api")
            {
                break;
            }
        }

        Assert.InRange(transport.RequestsTo(OfApi).Count, 1, 2);
    }

    private static readonly EventSource Issue = new("9", "web", Window: null);

    private static EventSource Project(string slug) => new(Issue: null, slug, Window: null);

    private static IEnumerable<SentryEvent> Items(IEnumerable<ListPart<EventSource, SentryEvent>> parts) =>
        parts.Select(part => part.Item).OfType<SentryEvent>();

    private static async Task<List<ListPart<EventSource, SentryEvent>>> List(FakeTransport transport, params EventSource[] sources) =>
        await Estate.Api(transport).Events.ListAsync(Estate.Acme, sources, default).ToListAsync();
}
