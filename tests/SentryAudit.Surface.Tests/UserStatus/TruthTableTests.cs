using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.UserStatus;

/// <summary>The table of user status, row by row, through members as Sentry lists them.</summary>
public sealed class TruthTableTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SentryConnection _connection = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, Members = 3, PendingInvites = 0 });
        _connection = await _server.ConnectAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(true, true, false, SentryUserStatusKind.Active, SentryUserStatusReason.AccountActive)]
    [InlineData(true, true, true, SentryUserStatusKind.Active, SentryUserStatusReason.AccountActive)]
    [InlineData(true, false, true, SentryUserStatusKind.Suspended, SentryUserStatusReason.InvitationPending)]
    [InlineData(false, null, true, SentryUserStatusKind.Suspended, SentryUserStatusReason.InvitationPending)]
    [InlineData(true, false, false, SentryUserStatusKind.Inactive, SentryUserStatusReason.AccountInactive)]
    [InlineData(false, null, false, SentryUserStatusKind.Inactive, SentryUserStatusReason.AccountMissing)]
    public void A_listed_person_gets_the_status_of_its_row(
        bool hasUser,
        bool? isActive,
        bool pending,
        SentryUserStatusKind status,
        SentryUserStatusReason reason)
    {
        var member = hasUser ? Status.Account("5001", isActive!.Value, pending) : Status.NoAccount("5001", pending);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(member));

        var person = Status.Get(_connection).Person(member.Email);

        Assert.Equal((status, reason), (person.Status, person.Reason));
        Assert.Equal(isActive, person.IsActive);
        Assert.Equal(pending, person.Pending);
        Assert.Null(person.PreviousStatus);
        Assert.Equal(status is SentryUserStatusKind.Active, person.EverActive);
    }

    [Fact]
    public void An_expired_invitation_stays_suspended_and_says_so()
    {
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(Status.NoAccount("5001", pending: true, expired: true)));

        var person = Status.Get(_connection).Person("person5001@acme.example");

        Assert.Equal(SentryUserStatusKind.Suspended, person.Status);
        Assert.True(person.Expired);
    }

    [Theory]
    [InlineData(true, SentryUserStatusKind.Active, SentryUserStatusReason.GoneAfterActive)]
    [InlineData(false, SentryUserStatusKind.Suspended, SentryUserStatusReason.Gone)]
    public void Someone_who_left_is_inactive(bool wasActive, SentryUserStatusKind before, SentryUserStatusReason reason)
    {
        var member = wasActive ? Status.Account("5001", isActive: true) : Status.NoAccount("5001", pending: true);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(member));
        var first = Status.Get(_connection);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Remove(member));

        var person = Status.Get(_connection, first).Person(member.Email);

        Assert.Equal((SentryUserStatusKind.Inactive, reason), (person.Status, person.Reason));
        Assert.Equal(before, person.PreviousStatus);
        Assert.Equal(first.Person(member.Email).LastSeen, person.LastSeen);
        Assert.Null(person.IsActive);
    }

    [Fact]
    public void Someone_known_only_as_inactive_is_gone()
    {
        var member = Status.Account("5001", isActive: false);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(member));
        var first = Status.Get(_connection);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Remove(member));

        var person = Status.Get(_connection, first).Person(member.Email);

        Assert.Equal((SentryUserStatusKind.Inactive, SentryUserStatusReason.Gone), (person.Status, person.Reason));
    }

    [Fact]
    public void Someone_who_returns_is_active_again()
    {
        var member = Status.Account("5001", isActive: true);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(member));
        var first = Status.Get(_connection);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Remove(member));
        var second = Status.Get(_connection, first);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(Status.Account("5001", isActive: true)));

        var person = Status.Get(_connection, second).Person(member.Email);

        Assert.Equal((SentryUserStatusKind.Active, SentryUserStatusKind.Inactive), (person.Status, person.PreviousStatus));
    }

    [Fact]
    public void A_removed_and_reinvited_person_is_recognised_by_account()
    {
        var before = Status.Account("5001", isActive: true);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(before));
        var first = Status.Get(_connection);
        _server.Estate.Edit(estate =>
        {
            estate.Organizations[0].Members.Remove(before);
            estate
                .Organizations[0]
                .Members.Add(
                    new SandboxMember
                    {
                        Id = "6001",
                        Email = "NEW@acme.example",
                        Name = "Person",
                        User = before.User,
                    }
                );
        });

        var second = Status.Get(_connection, first);

        Assert.DoesNotContain(second, person => person.MemberId == "5001");
        Assert.Equal(SentryUserStatusKind.Active, second.Single(person => person.MemberId == "6001").PreviousStatus);
    }

    [Fact]
    public void An_invitee_is_recognised_by_email_in_any_case()
    {
        var before = Status.NoAccount("5001", pending: true);
        _server.Estate.Edit(estate => estate.Organizations[0].Members.Add(before));
        var first = Status.Get(_connection);
        _server.Estate.Edit(estate =>
        {
            estate.Organizations[0].Members.Remove(before);
            estate
                .Organizations[0]
                .Members.Add(
                    new SandboxMember
                    {
                        Id = "6001",
                        Email = "Person5001@ACME.example",
                        Name = "x",
                        Pending = true,
                    }
                );
        });

        var second = Status.Get(_connection, first);

        Assert.DoesNotContain(second, person => person.MemberId == "5001");
        Assert.Equal(SentryUserStatusKind.Suspended, second.Single(person => person.MemberId == "6001").PreviousStatus);
    }
}
