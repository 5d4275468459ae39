using SentryAudit.Api.Organizations;
using SentryAudit.Common.Time;
using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Organizations;

public sealed class AuditLogTests
{
    private const string Path = "organizations/acme/audit-logs/";

    [Fact]
    public async Task Every_field_is_mapped()
    {
        var entry = await One("""
            {"id":"9","actor":{"id":"280","name":"Ann","email":"a@acme.io"},"event":"member.invite","ipAddress":"203.0.113.5",
             "note":"invited member b@acme.io",
             "targetObject":9007199254740993,"targetUser":{"id":"281","email":"b@acme.io"},"data":{"old_slug":"a","id":9007199254740993},
             "dateCreated":"2026-08-01T10:00:00Z"}
            """);

        Assert.Equal(
            ("9", "member.invite", "280", "Ann", "a@acme.io", "203.0.113.5"),
            (entry.Id, entry.Event, entry.ActorId, entry.ActorName, entry.ActorEmail, entry.IpAddress));
        Assert.Equal(
            ("281", "b@acme.io", "9007199254740993", "invited member b@acme.io", "acme"),
            (entry.TargetUserId, entry.TargetUserEmail, entry.TargetObjectId, entry.Note, entry.OrganizationSlug));
        Assert.Equal(["old_slug=a", "id=9007199254740993"], entry.Data!);
        Assert.Equal(
            (new DateTimeOffset(2026, 8, 1, 10, 0, 0, TimeSpan.Zero), FakeTransport.ReadAt),
            (entry.DateCreated, entry.LastUpdated));
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("\"281\"", "281")]
    [InlineData("{\"id\":281}", "281")]
    [InlineData("{}", null)]
    public async Task A_target_is_an_account_or_its_number_or_nobody(string json, string? id)
    {
        var entry = await One($$"""{"id":"9","actor":{"name":"org token"},"targetUser":{{json}}}""");

        Assert.Equal((id, null), (entry.TargetUserId, entry.TargetUserEmail));
        Assert.Equal(
            (null, "org token", null, null, null),
            (entry.ActorId, entry.ActorName, entry.ActorEmail, entry.Data, entry.TargetObjectId));
    }

    [Theory]
    [InlineData("per_page=100", null, null)]
    [InlineData("event=member.invite&per_page=100", "member.invite", null)]
    [InlineData("per_page=100", "member.*", null)]
    [InlineData("actor=280&per_page=100", null, "280")]
    [InlineData("per_page=100", null, "a@acme.io")]
    public async Task The_log_is_asked_for_at_the_control_silo_and_narrowed_where_Sentry_can(string query, string? eventName, string? actor)
    {
        var transport = new FakeTransport().On(Path, """{"rows":[],"options":["member.invite"]}""");

        await ListAsync(
            transport,
            new AuditLogFilter { Events = eventName is null ? [] : [eventName], Actors = actor is null ? [] : [new ActorReference(actor)] }
        );

        Assert.Equal((query, Estate.Base), (transport.Requests.Single().QueryText(), transport.Requests.Single().Host));
    }

    [Fact]
    public async Task Rows_are_checked_again_when_they_come()
    {
        var window = new DateWindow(new(2026, 8, 1, 0, 0, 0, 500, TimeSpan.Zero), new(2026, 8, 2, 0, 0, 0, 500, TimeSpan.Zero));
        var transport = new FakeTransport().On(Path, """
            {"rows":[{"id":"5","event":"a.b","dateCreated":"2026-08-02T00:00:00.500Z"},
                     {"id":"4","event":"a.b","dateCreated":"2026-08-02T00:00:00.499Z"},
                     {"id":"3","event":"a.c","dateCreated":"2026-08-01T12:00:00Z"},
                     {"id":"2","event":"a.b","dateCreated":"2026-08-01T00:00:00.499Z"}]}
            """);

        Assert.Equal(
            ["4"],
            (await ListAsync(transport, new AuditLogFilter { Events = ["a.b"], Window = window })).Select(entry => entry.Id));
        Assert.Equal("event=a.b&start=2026-08-01T00:00:00&end=2026-08-02T00:00:01&per_page=100", transport.Requests.Single().QueryText());
    }

    [Fact]
    public async Task An_actor_is_found_by_account_mail_or_name_but_an_object_not_by_name()
    {
        const string Rows =
            """{"rows":[{"id":"1","actor":{"id":"280","name":"Ann","email":"a@acme.io"}},{"id":"2","actor":{"name":"280"}}]}""";
        async Task<IEnumerable<string>> Of(ActorReference actor) =>
            (await ListAsync(new FakeTransport().On(Path, Rows), new AuditLogFilter { Actors = [actor] })).Select(entry => entry.Id);

        Assert.Equal(["1"], await Of(new ActorReference("A@acme.io")));
        Assert.Equal(["1"], await Of(new ActorReference("an?")));
        Assert.Equal(["1", "2"], await Of(new ActorReference("280")));
        Assert.Equal(["1"], await Of(new ActorReference(new SentryMember { Id = "573", UserId = "280", OrganizationSlug = "acme" })));
    }

    [Theory]
    [InlineData("""{"rows":[],"options":["member.invite"]}""", 1)]
    [InlineData("""{"rows":[],"options":[]}""", null)]
    [InlineData("""{"rows":[]}""", null)]
    public async Task The_names_of_events_are_unknown_where_Sentry_does_not_list_them(string answer, int? count)
    {
        var api = Estate.Api(new FakeTransport().On(Path, answer));

        Assert.Equal(count, (await api.AuditLog.ListEventNamesAsync(Estate.Acme, CancellationToken.None))?.Count);
    }

    [Fact]
    public async Task An_object_without_rows_is_an_error_not_an_empty_log() =>
        Assert.Equal(
            "SentryInvalidResponse",
            (
                await Assert.ThrowsAsync<SentryApiException>(() =>
                    ListAsync(new FakeTransport().On(Path, """{"options":[]}"""), new AuditLogFilter()))
            ).ErrorId);

    [Fact]
    public async Task Pages_follow_one_another()
    {
        var transport = new FakeTransport().On(Path, """{"rows":[{"id":"3"},{"id":"2"}]}""", """{"rows":[{"id":"2"},{"id":"1"}]}""");

        Assert.Equal(["3", "2", "1"], (await ListAsync(transport, new AuditLogFilter())).Select(entry => entry.Id));
    }

    [Fact]
    public async Task Reading_ends_at_the_start_of_the_window_where_the_server_does_not_heed_it()
    {
        var pages = Enumerable.Range(0, 13).Select(page => (Canned)$$"""
            {"rows":[{"id":"{{100 - page}}","dateCreated":"2026-08-{{20 - page}}T00:00:00Z"}]}
            """).ToArray();
        var transport = new FakeTransport().On(Path, pages);
        var window = new DateWindow(new(2026, 8, 18, 0, 0, 0, TimeSpan.Zero), new(2026, 8, 20, 0, 0, 0, TimeSpan.Zero));

        var entries = await ListAsync(transport, new AuditLogFilter { Window = window });

        Assert.Equal(["99", "98"], entries.Select(entry => entry.Id));
        Assert.InRange(transport.Requests.Count, 4, 5); // the page after the last one used may be on its way already
    }

    private static async Task<SentryAuditLogEntry> One(string row) =>
        Assert.Single(await ListAsync(new FakeTransport().On(Path, $$"""{"rows":[{{row}}]}"""), new AuditLogFilter()));

    private static async Task<List<SentryAuditLogEntry>> ListAsync(FakeTransport transport, AuditLogFilter filter) =>
        await Estate.Api(transport).AuditLog.ListAsync(Estate.Acme, filter, default).ToListAsync();
}
