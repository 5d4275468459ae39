using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.UserStatus;

/// <summary>-Summary, -Status and -Member.</summary>
public sealed class SummaryTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Fact]
    public void The_summary_counts_and_checks_itself()
    {
        var members = Acme.Members;
        var summary = Assert.Single(Get<SentryUserStatusSummary>(Command(), "Summary"));

        Assert.Equal("acme", summary.OrganizationSlug);
        Assert.Equal(members.Count, summary.Total);
        Assert.Equal(members.Count(member => member.Pending), summary.Invited);
        Assert.Equal(members.Count(member => member.Pending && member.Expired), summary.ExpiredInvites);
        Assert.Equal(members.Count(member => member.User is { IsActive: true }), summary.Active);
        Assert.Equal(members.Count(member => member.Pending), summary.Suspended);
        Assert.Equal(summary.Total, summary.Active + summary.Suspended + summary.Inactive);
        Assert.True(summary.IsComplete);
        // A deactivated and a deleted account are in the list: the administrator's check fails, and says so.
        Assert.False(summary.TotalMinusInvitedIsActive);
    }

    [Fact]
    public async Task The_check_holds_where_everybody_is_active()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Members = 4, PendingInvites = 1 });
        var summary = Assert.Single(Get<SentryUserStatusSummary>(
            new GetSentryUserStatusCommand { Connection = await server.ConnectAsync(), Organization = [new("acme")] }, "Summary"));

        Assert.True(summary.TotalMinusInvitedIsActive);
    }

    [Fact]
    public void There_is_a_summary_for_each_organization()
    {
        var summaries = Get<SentryUserStatusSummary>(new GetSentryUserStatusCommand { Connection = Connection }, "Summary");

        Assert.Equal(["acme", "globex"], summaries.Select(summary => summary.OrganizationSlug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void After_a_broken_read_the_check_is_unknown()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Empty(403));

        var run = Run(Command(), "Summary");

        Assert.Single(run.AllErrors());
        var summary = Assert.IsType<SentryUserStatusSummary>(Assert.Single(run.Output));
        Assert.False(summary.IsComplete);
        Assert.Null(summary.TotalMinusInvitedIsActive);
    }

    [Fact]
    public void Of_a_list_that_was_refused_every_number_is_unknown()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Empty(403));

        var summary = Assert.IsType<SentryUserStatusSummary>(Assert.Single(Run(Command(), "Summary").Output));

        Assert.All(
            [summary.Total, summary.Invited, summary.ExpiredInvites, summary.Active, summary.Suspended, summary.Inactive, summary.Gone],
            number => Assert.Null(number));
    }

    [Fact]
    public void Those_who_are_gone_count_as_inactive_but_not_in_the_total()
    {
        var previous = new System.Collections.Hashtable { ["OrganizationSlug"] = "acme", ["MemberId"] = "77", ["Status"] = "Active" };
        var without = Assert.Single(Get<SentryUserStatusSummary>(Command(), "Summary"));
        var with = Command();
        with.Previous = [previous];

        var summary = Assert.Single(Get<SentryUserStatusSummary>(with, "Summary"));

        Assert.Equal((without.Total, without.Inactive + 1, 1), (summary.Total, summary.Inactive, summary.Gone));
    }

    [Theory]
    [InlineData(SentryUserStatusKind.Active)]
    [InlineData(SentryUserStatusKind.Suspended)]
    [InlineData(SentryUserStatusKind.Inactive)]
    public void Status_narrows_the_users(SentryUserStatusKind kind)
    {
        var all = Get<SentryUserStatus>(Command());
        var command = Command();
        command.Status = [kind];

        Assert.Equal(
            all.Where(person => person.Status == kind).Select(person => person.MemberId),
            Get<SentryUserStatus>(command).Select(person => person.MemberId));
    }

    [Fact]
    public void A_member_who_left_is_found_through_Previous()
    {
        var command = Command();
        command.Member = [new("gone@acme.example")];
        command.Previous =
        [
            new System.Collections.Hashtable
            {
                ["OrganizationSlug"] = "acme",
                ["MemberId"] = "77",
                ["Email"] = "gone@acme.example",
                ["Status"] = "Active",
            },
        ];

        var person = Assert.Single(Get<SentryUserStatus>(command));

        Assert.Equal(SentryUserStatusReason.GoneAfterActive, person.Reason);
    }

    [Fact]
    public void Naming_members_does_not_make_the_others_inactive()
    {
        var before = Get<SentryUserStatus>(Command());
        var command = Command();
        command.Member = [new(Acme.Members[0].Email)];
        command.Previous = [.. before];

        var person = Assert.Single(Get<SentryUserStatus>(command));

        Assert.Equal(SentryUserStatusKind.Active, person.Status);
    }

    private GetSentryUserStatusCommand Command() => new() { Connection = Connection, Organization = [new("acme")] };
}
