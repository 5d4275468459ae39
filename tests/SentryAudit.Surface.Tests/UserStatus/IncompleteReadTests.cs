using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.UserStatus;

/// <summary>An incomplete read changes nobody.</summary>
public sealed class IncompleteReadTests : IAsyncLifetime
{
    private SandboxServer _server = null!;

    public static TheoryData<string, int> Faults
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in LastingFault.Names.Where(name => name is not "slow drip"))
            {
                data.Add(name, 1);
                if (name != "no Link header")
                {
                    data.Add(name, 0);
                }
            }

            return data;
        }
    }

    public async Task InitializeAsync() =>
        _server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                RateLimits = false,
                Members = 150,
                PendingInvites = 5,
            }
        );

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_incomplete_read_makes_nobody_inactive(string faultName, int pagesRead)
    {
        var connection = await _server.ConnectAsync(retries: 1);
        var before = Status.Get(connection);
        var leaver = _server.Estate.Organizations[0].Members[140];
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Remove(leaver));
        var gone = Status.Get(connection, before);
        Assert.Equal(SentryUserStatusKind.Inactive, gone.Person(leaver.Email).Status);

        _server.Faults.On("organizations/{org}/members/", LastingFault.Of(faultName).Make(), skip: pagesRead);
        var run = Status.Run(connection, before);

        Assert.Single(run.AllErrors());
        var after = run.Of<SentryUserStatus>();
        Assert.Equal(before.Length, after.Length);
        Assert.All(after, person =>
        {
            var earlier = before.Single(known => known.MemberId == person.MemberId);
            Assert.Equal(earlier.Status, person.Status);
            Assert.Equal(earlier.EverActive, person.EverActive);
            Assert.Equal(earlier.Status, person.PreviousStatus);
        });
        Assert.DoesNotContain(after, person => person.Reason is SentryUserStatusReason.Gone or SentryUserStatusReason.GoneAfterActive);
        Assert.Contains(after, person => person.Reason is SentryUserStatusReason.NotAssessed);
    }

    [Fact]
    public async Task Anyone_not_assessed_keeps_the_earlier_times_for_the_next_run()
    {
        var connection = await _server.ConnectAsync(retries: 0);
        var before = Status.Get(connection);
        _server.Faults.On("organizations/{org}/members/", Fault.Empty(500));
        var broken = Status.Run(connection, before).Of<SentryUserStatus>();
        _server.Faults.Clear();
        var last = _server.Estate.Organizations[0].Members.Last(member => member.User is { IsActive: true });
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Remove(last));

        Assert.All(broken, person =>
            Assert.Equal(before.Single(known => known.MemberId == person.MemberId).LastUpdated, person.LastUpdated));
        Assert.Equal(SentryUserStatusReason.GoneAfterActive, Status.Get(connection, broken).Person(last.Email).Reason);
    }
}
