using SentryAudit.Core.Tests.Support;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class LiveStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

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
        var state = await Read(InventoryKinds.Release);
        Assert.Equal(["new"], state.Read(InventoryKinds.Release).Select(entry => entry.Entity.Version));
        Assert.Equal(Now.AddDays(-30), state.Find(InventoryKinds.Release)!.Since);
    }

    private Task<LiveState> Read(params InventoryKind[] kinds) =>
        LiveState.ReadAsync(
            new OrganizationListings(Estate.Source(_transport), Estate.Acme),
            kinds,
            Now,
            Now.AddDays(-30),
            static () => { },
            CancellationToken.None);
}
