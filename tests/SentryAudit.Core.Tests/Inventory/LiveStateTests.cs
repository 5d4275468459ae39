using SentryAudit.Core.Tests.Support;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class LiveStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeState _earlier = new(Now.AddDays(-1));

    private readonly FakeTransport _transport = new FakeTransport()
        .On("organizations/acme/repos/", request =>
            [request.Value("status") is "active" ? """[{"id":"3","name":"acme/web","status":"active"}]""" : "[]"])
        .On("organizations/acme/teams/", 403)
        .On("organizations/acme/releases/", request => [request.Value("status") is "archived" ? "[]" : """
            [{"id":2,"version":"new","dateCreated":"2026-08-31T00:00:00Z"},
             {"id":1,"version":"old","dateCreated":"2020-01-01T00:00:00Z"}]
            """]);

    [Fact]
    public async Task What_was_read_is_there_since_it_was_read()
    {
        var state = await Read(InventoryKinds.Repository);
        var entry = Assert.Single(state.Read(InventoryKinds.Repository));
        Assert.Equal(("acme/web", Now, null), (entry.Entity.Name, entry.FirstSeen, entry.RemovedAt));
        Assert.Equal((true, Now), (state.Find(InventoryKinds.Repository)!.IsComplete, state.Find(InventoryKinds.Repository)!.ReadAt));
    }

    [Fact]
    public async Task What_could_not_be_read_is_reported_and_the_rest_is_there()
    {
        var state = await Read(InventoryKinds.Team, InventoryKinds.Repository);
        Assert.False(state.Find(InventoryKinds.Team)!.IsComplete);
        Assert.Contains("403", state.Find(InventoryKinds.Team)!.Problem, StringComparison.Ordinal);
        Assert.Empty(state.Read(InventoryKinds.Team));
        Assert.Single(state.Read(InventoryKinds.Repository));
    }

    [Fact]
    public async Task An_object_that_Sentry_lists_twice_is_there_once()
    {
        // As older versions do that ignore the filter.
        _transport.On("organizations/acme/repos/", """[{"id":"3","name":"acme/web","status":"active"}]""");

        Assert.Single((await Read(InventoryKinds.Repository)).Read(InventoryKinds.Repository));
    }

    [Fact]
    public async Task Other_kinds_are_neither_read_nor_known()
    {
        var state = await Read(InventoryKinds.Repository);
        Assert.Null(state.Find(InventoryKinds.Team));
        Assert.Empty(state.Read(InventoryKinds.Team));
        Assert.Empty(_transport.RequestsTo("organizations/acme/teams/"));
    }

    [Fact]
    public async Task Releases_are_read_as_far_back_as_the_reference_went()
    {
        _earlier.HasSince(Now.AddDays(-30), InventoryKinds.Release);

        var state = await Read(InventoryKinds.Release);
        Assert.Equal(["new"], state.Read(InventoryKinds.Release).Select(entry => entry.Entity.Version));
        Assert.Equal(Now.AddDays(-30), state.Find(InventoryKinds.Release)!.Since);
    }

    [Fact]
    public async Task A_member_whom_the_list_does_not_have_is_asked_for_by_id()
    {
        _earlier.Has(InventoryKinds.Member, Known("573"), Known("574"), Known("575"), Known("576", Now));
        _transport
            .On("organizations/acme/members/", """[{"id":"573"}]""")
            .On("organizations/acme/members/574/", """{"id":"574","user":{"id":"280","isActive":false},"pending":false}""")
            .On("organizations/acme/members/575/", 404);

        var state = await Read(InventoryKinds.Member);

        Assert.Equal(
            [("573", null), ("574", false)], state.Read(InventoryKinds.Member).Select(now => (now.Entity.Id, now.Entity.IsActive)));
        Assert.True(state.Find(InventoryKinds.Member)!.IsComplete);
    }

    [Fact]
    public async Task Whom_the_token_may_not_ask_for_is_not_taken_for_removed()
    {
        _earlier.Has(InventoryKinds.Member, Known("574"));
        _transport.On("organizations/acme/members/", "[]").On("organizations/acme/members/574/", 403);

        Assert.False((await Read(InventoryKinds.Member)).Find(InventoryKinds.Member)!.IsComplete);
    }

    private static InventoryEntry<SentryMember> Known(string id, DateTimeOffset? removedAt = null) => new()
    {
        Entity = ListedSource.Member(id),
        FirstSeen = Now.AddDays(-9),
        RemovedAt = removedAt,
    };

    private Task<LiveState> Read(params InventoryKind[] kinds) =>
        LiveState.ReadAsync(
            new OrganizationListings(Estate.Source(_transport), Estate.Acme),
            kinds,
            Now,
            _earlier,
            static () => { },
            CancellationToken.None);
}
