using SentryAudit.Cmdlets;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>A filter that can't tell of somebody whether they are meant says so: nothing is no all-clear then.</summary>
public sealed class UnknownValueTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private const string Members = """
        [{"id":"1","email":"a@acme.io","orgRole":"member","pending":false,"user":{"id":"1","isActive":true,"has2fa":false}},
         {"id":"2","email":"b@acme.io","orgRole":"owner","pending":false,"user":{"id":"2","isActive":true}},
         {"id":"3","email":"c@acme.io","orgRole":"member","pending":false,"user":{"id":"3","isActive":true,"has2fa":null}},
         {"id":"4","email":"d@acme.io","orgRole":"member","pending":true,"user":null},
         {"id":"5","email":"e@acme.io","pending":false,"user":{"id":"5","isActive":true,"has2fa":true}}]
        """;

    [Fact]
    public void People_whose_two_factor_authentication_is_unknown_are_counted_and_told()
    {
        var run = Listed("organizations/{org}/members/", Members, Command<GetSentryMemberCommand>(), "Without2FA");

        Assert.Equal(["1"], run.Of<SentryMember>().Select(member => member.Id));
        Assert.Equal(
            "The two-factor authentication is unknown for 2 members of acme: they are left out, and may be meant.",
            Assert.Single(run.Warnings));
    }

    [Fact]
    public void Who_is_left_out_for_another_reason_is_not_unknown()
    {
        var cmdlet = Command<GetSentryMemberCommand>();
        cmdlet.Role = [new RoleReference("owner")];

        var run = Listed("organizations/{org}/members/", Members, cmdlet, "Without2FA");

        // Two of them are members, and the one without a role has two-factor authentication.
        Assert.Empty(run.Output);
        Assert.Contains("unknown for 1 members of acme", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_invitations_and_statuses_are_told_too()
    {
        const string Bare = """[{"id":"7","title":"x"}]""";
        var ofRole = Command<GetSentryMemberCommand>();
        ofRole.Role = [new RoleReference("owner")];
        var ofStatus = Command<GetSentryIssueCommand>();
        ofStatus.Status = ["Resolved"];

        Assert.Contains("role is", Warning(Listed("organizations/{org}/members/", Bare, ofRole)), StringComparison.Ordinal);
        Assert.Contains(
            "state of the invitation is",
            Warning(Listed("organizations/{org}/members/", Bare, Command<GetSentryMemberCommand>(), "Pending")),
            StringComparison.Ordinal);
        Assert.Contains("status is", Warning(Listed("organizations/{org}/issues/", Bare, ofStatus)), StringComparison.Ordinal);
    }

    [Fact]
    public void Expired_invitations_of_which_nothing_is_known_are_no_zero()
    {
        var run = Listed("organizations/{org}/members/", Members, Command<GetSentryUserStatusCommand>(), "Summary");

        Assert.Null(Assert.Single(run.Of<SentryUserStatusSummary>()).ExpiredInvites);
    }

    private static string Warning(RecordingPipeline run)
    {
        Assert.Empty(run.Output);
        return Assert.Single(run.Warnings);
    }

    private T Command<T>()
        where T : SentryOrganizationCmdlet, new() => new() { Connection = Connection, Organization = [new("acme")] };

    private RecordingPipeline Listed(string endpoint, string json, SentryCmdlet cmdlet, params string[] switches)
    {
        Server.Faults.Clear();
        Server.Faults.On(endpoint, Fault.Status(200, json));
        return Run(cmdlet, switches);
    }
}
