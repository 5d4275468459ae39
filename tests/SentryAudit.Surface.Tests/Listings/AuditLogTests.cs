using SentryAudit.Commands.AuditLog;
using SentryAudit.Completion;
using SentryAudit.Requests;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class AuditLogTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void The_whole_log_is_listed_with_the_newest_entry_first()
    {
        var entries = Get<SentryAuditLogEntry>(Create());

        Assert.Equal(Acme.AuditLog.Select(entry => entry.Id), entries.Select(entry => entry.Id));
        Assert.Equal(entries.Select(entry => entry.DateCreated).OrderDescending(), entries.Select(entry => entry.DateCreated));
    }

    [Fact]
    public void Event_actor_and_window_narrow_the_log()
    {
        var actor = Acme.AuditLog.First(entry => entry.Actor is not null).Actor!;

        var invites = Create();
        invites.Event = ["member.*"];
        Assert.Equal(
            Acme.AuditLog.Count(entry => entry.Event.StartsWith("member.", StringComparison.Ordinal)),
            Get<SentryAuditLogEntry>(invites).Length);
        Assert.Equal(Acme.AuditLog.Count(entry => entry.Actor == actor), Get<SentryAuditLogEntry>(Create(actor.Email)).Length);
        Assert.Equal(Acme.AuditLog.Count(entry => entry.Actor == actor), Get<SentryAuditLogEntry>(Create(actor.Id)).Length);

        var week = Create();
        (week.StartDate, week.EndDate) = (new DateTime(2026, 8, 1), new DateTime(2026, 8, 8));
        Assert.Equal(
            Acme.AuditLog.Count(entry => entry.DateCreated is { Year: 2026, Month: 8, Day: < 8 }),
            Get<SentryAuditLogEntry>(week).Length);
    }

    [Fact]
    public void An_actor_who_did_nothing_is_no_error() => Assert.Empty(Get<SentryAuditLogEntry>(Create("nobody@acme.example")));

    [Fact]
    public void An_event_that_does_not_exist_is_an_error()
    {
        var wrong = Create();
        wrong.Event = ["member.teleport"];

        Assert.Equal("SentryUnknownValue", CmdletRunner.Run(wrong).SingleError().ErrorId);
    }

    [Fact]
    public async Task Tab_knows_the_events_of_the_server()
    {
        var connection = await Server.ConnectAsync(clock: TimeProvider.System);

        Assert.Contains(CompletionSource.Find(connection, CompletionKind.AuditEvent, "acme", "org-auth"), item =>
            item.Value == "org-auth-token.create");
    }

    private GetSentryAuditLogCommand Create(string? actor = null) =>
        new() { Connection = Connection, Organization = [new("acme")], Actor = actor is null ? null : [new(actor)] };
}
