using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set- and Remove-SentryTeamMember: roles that count, and teams of an identity provider.</summary>
public sealed class TeamMembershipTests : AdministrationTest
{
    private SandboxTeam Frontend => Acme.Teams.Single(team => team.Slug == "frontend");

    private SandboxTeam Managed => Acme.Teams.First(team => team.IdpProvisioned);

    private SandboxMember Plain =>
        Acme.Members.First(member =>
            member is { OrgRole: "member", Pending: false, User.IsActive: true } && member.User.Email == member.Email);

    [Fact]
    public void A_role_that_the_organization_role_already_gives_is_not_sent()
    {
        var owner = Acme.Members.First(member => member is { OrgRole: "owner", User: not null });
        Put(owner, Frontend, role: null);

        var run = Run(
            new SetSentryTeamMemberCommand
            {
                Organization = InAcme,
                Member = [new(owner.Email)],
                Team = [new("frontend")],
                Role = "admin",
            },
            "PassThru");

        run.ShouldSucceed();
        Assert.Equal("admin", Assert.Single(run.Of<SentryTeamMember>()).EffectiveRole);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Somebody_who_is_not_on_the_team_has_no_role_there()
    {
        Frontend.Memberships.RemoveAll(place => place.Member == Plain);

        var run = Plan(
            new SetSentryTeamMemberCommand
            {
                Organization = InAcme,
                Member = [new(Plain.Email)],
                Team = [new("frontend")],
                Role = "admin",
            }
        );

        Assert.Equal("SentryNotOnTeam", run.SingleError().ErrorId);
        Assert.Contains("Add-SentryTeamMember", run.SingleError().RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_Sentry_ignores_is_an_error()
    {
        Put(Plain, Frontend, role: null);
        Server.Faults.On(
            "PUT organizations/{org}/members/{member}/teams/{team}/",
            Fault.Status(200, """{"isActive":true,"teamRole":null}"""));

        Assert.Equal(
            "SentryChangeIncomplete",
            Run(
                    new SetSentryTeamMemberCommand
                    {
                        Organization = InAcme,
                        Member = [new(Plain.Email)],
                        Team = [new("frontend")],
                        Role = "admin",
                    }
                )
                .SingleError()
                .ErrorId);
    }

    [Fact]
    public void An_identity_provider_decides_who_is_on_a_team_and_not_their_roles()
    {
        Put(Plain, Managed, role: null);

        var removal = Plan(
            new RemoveSentryTeamMemberCommand
            {
                Organization = InAcme,
                Member = [new(Plain.Email)],
                Team = [new(Managed.Slug)],
            }
        );
        Run(
                new SetSentryTeamMemberCommand
                {
                    Organization = InAcme,
                    Member = [new(Plain.Email)],
                    Team = [new(Managed.Slug)],
                    Role = "admin",
                }
            )
            .ShouldSucceed();

        Assert.Equal("admin", PlaceOn(Managed)!.Role);
        Assert.Equal("SentryManagedByProvider", removal.SingleError().ErrorId);
    }

    [Fact]
    public void Somebody_who_is_not_on_the_team_need_not_leave_it()
    {
        Frontend.Memberships.RemoveAll(place => place.Member == Plain);

        var run = Run(new RemoveSentryTeamMemberCommand { Organization = InAcme, Member = [new(Plain.Email)], Team = [new("frontend")] });

        run.ShouldSucceed();
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void The_plan_of_a_removal_names_the_role_that_counts()
    {
        var owner = Acme.Members.First(member => member is { OrgRole: "owner", User: not null });
        Put(owner, Frontend, role: null);

        var run = Plan(new RemoveSentryTeamMemberCommand { Organization = InAcme, Member = [new(owner.Email)], Team = [new("frontend")] });

        Assert.EndsWith("from the team, as admin", Assert.Single(run.Asked).Action, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_names_member_team_and_organization()
    {
        Put(Plain, Frontend, role: "admin");
        var place = new SentryTeamMember { MemberId = Plain.Id, Email = Plain.Email, TeamSlug = "frontend", OrganizationSlug = "acme" };

        // As PowerShell binds a piped object by property names.
        var run = Plan(
            new RemoveSentryTeamMemberCommand
            {
                Member = [new(place.MemberId)],
                Team = [new(place.TeamSlug)],
                Organization = [new(place.OrganizationSlug)],
            }
        );

        Assert.Equal(($"{Plain.Email} on team frontend in acme", "Remove from the team, as admin"), Assert.Single(run.Asked));
    }

    private static void Put(SandboxMember member, SandboxTeam team, string? role)
    {
        team.Memberships.RemoveAll(place => place.Member == member);
        team.Memberships.Add(new SandboxTeamMembership(member, role));
    }

    private SandboxTeamMembership? PlaceOn(SandboxTeam team) => team.Memberships.Find(place => place.Member == Plain);
}
