using System.Text;
using System.Text.Json;
using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Faults.Kinds;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Another role: no team is ever lost, and Sentry's refusals say what to do.</summary>
public sealed class SetMemberTests : AdministrationTest
{
    private SandboxMember Plain =>
        Acme.Members.First(member =>
            member is { OrgRole: "member", Pending: false, User: not null, IdpRoleRestricted: false, PartnershipRestricted: false }
            && TeamsOf(member).Length > 0);

    [Fact]
    public void All_teams_are_sent_along_and_returned()
    {
        var member = Plain;
        var frontend = Acme.Teams[0].Memberships;
        frontend.RemoveAll(place => place.Member == member);
        frontend.Add(new SandboxTeamMembership(member, "admin"));
        var before = TeamsOf(member);

        var run = Run(Set(member.Email, "manager"), "PassThru");

        run.ShouldSucceed();
        using var body = JsonDocument.Parse(Assert.Single(Server.Requests.Writes()).Body!);
        Assert.Equal(
            before.Order(),
            body.RootElement.GetProperty("teamRoles").EnumerateArray().Select(team => team.GetProperty("teamSlug").GetString()).Order());
        Assert.Equal(before, TeamsOf(member));
        var returned = Assert.Single(run.Of<SentryMember>());
        Assert.Equal("manager", returned.Role);
        Assert.Equal(before.Order(), returned.TeamSlugs!.Order());
    }

    [Fact]
    public void A_role_that_a_member_has_is_not_set_again()
    {
        var run = Run(Set(Plain.Email, "member"), "PassThru");

        run.ShouldSucceed();
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
        Assert.Equal("member", Assert.Single(run.Of<SentryMember>()).Role);
    }

    [Fact]
    public void The_plan_names_the_old_and_the_new_role() => Assert.Equal(
        ($"{Plain.Email} in acme", "Change the role from member to manager"), Assert.Single(Plan(Set(Plain.Email, "manager")).Asked));

    [Theory]
    [InlineData("Manager")]
    [InlineData(" manager ")]
    public void Roles_and_addresses_are_taken_in_any_case(string role)
    {
        var member = Plain;

        Run(Set(member.Email.ToUpperInvariant(), role)).ShouldSucceed();

        Assert.Equal("manager", member.OrgRole);
    }

    [Fact]
    public void A_team_that_the_change_lost_is_an_error()
    {
        var member = Plain;
        Server.Faults.On("GET organizations/{org}/members/{member}/", Saying("\"teamRoles\":[],\"was\":"), skip: 1);

        var error = Run(Set(member.Email, "manager")).SingleError();

        Assert.Equal("SentryChangeIncomplete", error.ErrorId);
        Assert.Contains(TeamsOf(member)[0], error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "SentryTeamsUnknown")]
    [InlineData(1, "SentryChangeIncomplete")]
    public void Teams_that_Sentry_does_not_report_are_unknown(int skip, string errorId)
    {
        var member = Plain;
        Server.Faults.On("GET organizations/{org}/members/{member}/", Saying("\"was\":"), skip);

        Assert.Equal(errorId, Run(Set(member.Email, "manager")).SingleError().ErrorId);

        Assert.Equal(skip, Server.Requests.Writes().Length);
    }

    [Fact]
    public void A_result_that_cannot_be_read_is_uncertain()
    {
        Server.Faults.On("GET organizations/{org}/members/{member}/", Fault.Empty(503), skip: 1);

        var error = Run(Set(Plain.Email, "manager")).SingleError();

        Assert.Equal("SentryChangeUncertain", error.ErrorId);
        Assert.Contains("was accepted", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("admin", "SentryRoleRetired")]
    [InlineData("chief", "SentryRoleUnknown")]
    [InlineData("billing", "SentryRoleWithoutTeams")]
    public void A_role_that_cannot_be_given_is_explained(string role, string errorId)
    {
        var member = Plain;
        var before = TeamsOf(member);

        var error = Run(Set(member.Email, role)).SingleError();

        Assert.Equal(errorId, error.ErrorId);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Equal("member", member.OrgRole);
        Assert.Equal(before, TeamsOf(member));
    }

    [Fact]
    public async Task A_role_above_ones_own_is_explained()
    {
        var member = Plain;
        var manager = Acme.Members.First(other => other is { OrgRole: "manager", User.IsActive: true });
        var connection = await Server.ConnectAsync(
            Server.CreateToken(manager.User!, "org:read", "member:read", "member:admin"),
            retries: 0);
        var cmdlet = Set(member.Email, "owner");
        cmdlet.Connection = connection;

        var error = Run(cmdlet).SingleError();
        connection.Transport.Dispose();

        Assert.Equal("SentryForbidden", error.ErrorId);
        Assert.Contains("Only a user who has at least that role can give it.", error.Message, StringComparison.Ordinal);
        Assert.Equal("member", member.OrgRole);
    }

    [Fact]
    public void A_role_that_an_identity_provider_manages_is_not_sent()
    {
        Plain.IdpRoleRestricted = true;
        var managed = Acme.Members.First(member => member.IdpRoleRestricted);

        Assert.Equal("SentryManagedByProvider", Run(Set(managed.Email, "manager")).SingleError().ErrorId);

        Assert.Empty(Server.Requests.Writes());
    }

    private string[] TeamsOf(SandboxMember member) =>
        [.. Acme.Teams.Where(team => team.Memberships.Any(place => place.Member == member)).Select(team => team.Slug)];

    private static AlteredAnswer Saying(string insteadOfTeamRoles) =>
        new(answer =>
            answer with
            {
                Body = Encoding.UTF8.GetBytes(
                    Encoding.UTF8.GetString(answer.Body.Span).Replace("\"teamRoles\":", insteadOfTeamRoles, StringComparison.Ordinal)),
            }
        );

    private static SetSentryMemberCommand Set(string member, string role) =>
        new()
        {
            Organization = InAcme,
            Member = [new(member)],
            Role = role,
        };
}
