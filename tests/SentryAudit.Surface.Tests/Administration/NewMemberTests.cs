using System.Text.Json;
using SentryAudit.Commands.Member;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Invitations: what is sent, what Sentry ignores, and who can't be invited.</summary>
public sealed class NewMemberTests : AdministrationTest
{
    private const string Newcomer = "newcomer@acme.example";

    private string Frontend => Acme.Teams.First(team => !team.IdpProvisioned).Slug;

    [Fact]
    public void The_invitation_is_written()
    {
        var run = Run(
            new NewSentryMemberCommand
            {
                Organization = InAcme,
                Email = [$" {Newcomer} "],
                Role = "Manager",
                Team = [new(Frontend)],
            },
            "NoEmail");

        run.ShouldSucceed();
        var made = Assert.Single(run.Of<SentryMember>());
        Assert.Equal((Newcomer, "manager", true, "acme"), (made.Email, made.Role, made.Pending, made.OrganizationSlug));
        using var body = JsonDocument.Parse(Assert.Single(Server.Requests.Writes()).Body);
        Assert.False(body.RootElement.GetProperty("sendInvite").GetBoolean());
        Assert.Null(RoleOn(Frontend, Newcomer));
    }

    [Fact]
    public void The_plan_names_role_and_teams_and_says_whether_a_mail_is_sent() =>
        Assert.Equal(
            ($"{Newcomer} in acme", $"Invite as member to the teams {Frontend} as admin, by e-mail"),
            Assert.Single(
                Plan(
                    new NewSentryMemberCommand
                    {
                        Organization = InAcme,
                        Email = [Newcomer],
                        Team = [new(Frontend)],
                        TeamRole = "admin",
                    }
                ).Asked));

    [Fact]
    public void Roles_on_teams_are_set_afterwards()
    {
        Run(
                new NewSentryMemberCommand
                {
                    Organization = InAcme,
                    Email = [Newcomer],
                    Team = [new(Frontend)],
                    TeamRole = "admin",
                }
            )
            .ShouldSucceed();

        Assert.Equal("admin", RoleOn(Frontend, Newcomer));
        Assert.Equal(["POST", "PUT"], Server.Requests.Writes().Select(request => request.Method));
    }

    [Fact]
    public void Without_TeamRole_a_verbose_line_points_to_it() =>
        Assert.Contains(
            Run(
                new NewSentryMemberCommand
                {
                    Organization = InAcme,
                    Email = [Newcomer],
                    Team = [new(Frontend)],
                }
            ).VerboseLines,
            line => line.Contains("-TeamRole", StringComparison.Ordinal));

    [Fact]
    public void The_invitation_stands_when_the_role_fails()
    {
        Server.Faults.On(
            "PUT organizations/{org}/members/{member}/teams/{team}/",
            Fault.Status(400, """{"detail":"You do not have permission to edit that user's membership."}"""));

        var run = Run(
            new NewSentryMemberCommand
            {
                Organization = InAcme,
                Email = [Newcomer, "second@acme.example"],
                Team = [new(Frontend)],
                TeamRole = "admin",
            }
        );

        Assert.Equal(2, run.Of<SentryMember>().Length);
        Assert.Equal(2, run.Errors.Count);
        var (error, target) = run.Errors[0];
        Assert.StartsWith(
            $"{Newcomer} was invited, but did not get the role admin on team {Frontend}.",
            error.Message,
            StringComparison.Ordinal);
        Assert.EndsWith("Set-SentryTeamMember.", error.RecommendedAction, StringComparison.Ordinal);
        Assert.IsType<SentryMember>(target);
    }

    // The same slug may be another team elsewhere.
    [Theory]
    [InlineData(1, "globex")]
    [InlineData(2, null)]
    public async Task Teams_name_the_organization(int teams, string? organization)
    {
        var connection = await Server.ConnectAsync(organization: "acme", retries: 0);
        SentryTeam[] of = [TeamOf("globex"), TeamOf("acme")];

        var run = Run(
            new NewSentryMemberCommand
            {
                Connection = connection,
                Email = [Newcomer],
                Team = [.. of.Take(teams).Select(team => new TeamReference(team))],
            },
            new RecordingPipeline { Consent = false }
        );

        Assert.Equal(organization is null ? ["SentryObjectElsewhere"] : [], run.Errors.Select(error => error.Exception.ErrorId));
        Assert.Equal(organization is null ? [] : [$"{Newcomer} in {organization}"], run.Asked.Select(question => question.Target));
        connection.Transport.Dispose();
    }

    [Theory]
    [InlineData("", "member")]
    [InlineData(" Manager ", "manager")]
    public void A_row_may_leave_the_role_empty(string role, string expected) =>
        Assert.Equal(
            expected,
            Assert
                .Single(
                    Run(
                            new NewSentryMemberCommand
                            {
                                Organization = InAcme,
                                Email = [Newcomer],
                                Role = role,
                            }
                        )
                        .Of<SentryMember>())
                .Role);

    private string? RoleOn(string team, string email) =>
        Acme.Teams.Single(known => known.Slug == team).Memberships.Single(place => place.Member.Email == email).Role;

    private static SentryTeam TeamOf(string organization) => new() { Id = "1", Slug = "frontend", OrganizationSlug = organization };
}
