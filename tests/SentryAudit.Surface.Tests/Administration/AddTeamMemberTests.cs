using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Add-SentryTeamMember: on the team, on it already, or only asked for.</summary>
public sealed class AddTeamMemberTests : AdministrationTest
{
    private const string PlaceEndpoint = "organizations/{org}/members/{member}/teams/{team}/";

    private SandboxTeam Frontend => Acme.Teams.Single(team => team.Slug == "frontend");

    private SandboxMember Outsider =>
        Acme.Members.First(member => member is { OrgRole: "member", Pending: false, User: not null } && PlaceOf(member) is null);

    private SandboxMember Insider =>
        Acme.Members.First(member =>
            member is { OrgRole: "member", Pending: false, User: not null }
            && PlaceOf(member)?.Role is null or "contributor"
            && PlaceOf(member) is not null);

    [Theory]
    [InlineData(null, null)]
    [InlineData("admin", "admin")]
    public void Anyone_who_joins_is_returned_with_the_role(string? role, string? expected)
    {
        var member = Outsider;

        var place = Assert.Single(Run(Add(member.Email, role: role), "PassThru").Of<SentryTeamMember>());

        Assert.Equal((member.Email, "frontend", expected), (place.Email, place.TeamSlug, place.TeamRole));
        Assert.Equal(expected, PlaceOf(member)!.Role);
    }

    [Fact]
    public async Task A_request_to_join_is_reported_as_no_membership_yet()
    {
        var member = Outsider;

        var run = await RunAsIntegrationAsync(Add(member.Email, role: "admin"));

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Matches($"^{member.Email}.*requested", Assert.Single(run.Warnings));
        Assert.Null(PlaceOf(member));
        Assert.Contains(Acme.AccessRequests, request => request.Member == member && request.Team == Frontend);
        Assert.Single(Server.Requests.Writes());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("contributor")]
    public void Anyone_already_on_the_team_is_returned_and_nothing_is_sent(string? role)
    {
        var run = Run(Add(Insider.Email, role: role), "PassThru");

        run.ShouldSucceed();
        Assert.Equal(Insider.Email, Assert.Single(run.Of<SentryTeamMember>()).Email);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Anyone_who_joined_meanwhile_is_returned_too()
    {
        var member = Outsider;

        var run = Run(
            Add(member.Email),
            new RecordingPipeline { OnAsk = () => Frontend.Memberships.Add(new SandboxTeamMembership(member, null)) },
            "PassThru");

        Assert.Empty(run.Warnings);
        Assert.Equal(member.Email, Assert.Single(run.Of<SentryTeamMember>()).Email);
    }

    [Fact]
    public void Several_members_and_teams_are_combined_each_with_each()
    {
        var payments = Acme.Teams.Single(team => team.Slug == "payments");
        string[] people =
        [
            .. Acme
                .Members.Where(member => member is { OrgRole: "member", Pending: false, User: not null })
                .Take(2)
                .Select(member => member.Email),
        ];
        Frontend.Memberships.RemoveAll(place => people.Contains(place.Member.Email));

        var plan = Plan(
            new AddSentryTeamMemberCommand
            {
                Organization = InAcme,
                Member = [.. people.Select(email => new MemberReference(email))],
                Team = [new("frontend"), new(payments.Slug)],
            }
        );

        Assert.Equal(
            people.SelectMany(email => new[] { $"{email} on team frontend in acme", $"{email} on team payments in acme" }).Order(),
            plan.Asked.Select(question => question.Target).Order());
    }

    [Fact]
    public void Objects_of_two_organizations_make_no_pair()
    {
        var member = new SentryMember { Id = Outsider.Id, Email = Outsider.Email, OrganizationSlug = "acme" };
        var team = new SentryTeam { Id = "", Slug = "frontend", OrganizationSlug = "globex" };

        var run = Run(new AddSentryTeamMemberCommand { Member = [new(member)], Team = [new(team)] });

        Assert.Equal("SentryObjectElsewhere", run.SingleError().ErrorId);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void A_team_of_an_identity_provider_takes_nobody()
    {
        Frontend.IdpProvisioned = true;

        Assert.Equal("SentryManagedByProvider", Plan(Add(Outsider.Email)).SingleError().ErrorId);
    }

    [Fact]
    public void A_member_who_may_have_no_teams_is_explained_and_the_others_join()
    {
        var (biller, outsider) = (Acme.Members.First(member => member is { OrgRole: "billing", User: not null }), Outsider);

        var run = Run(
            new AddSentryTeamMemberCommand
            {
                Organization = InAcme,
                Member = [new(biller.Email), new(outsider.Email)],
                Team = [new("frontend")],
            }
        );

        Assert.Equal("SentryRoleWithoutTeams", run.SingleError().ErrorId);
        Assert.NotNull(PlaceOf(outsider));
    }

    [Fact]
    public void A_member_whose_role_is_refused_is_on_the_team_nevertheless()
    {
        Server.Faults.On(
            "PUT " + PlaceEndpoint,
            Fault.Status(400, """{"detail":"You do not have permission to edit that user's membership."}"""));
        var member = Outsider;

        var error = Run(Add(member.Email, role: "admin")).SingleError();

        Assert.StartsWith(
            $"{member.Email} is on team frontend now, but did not get the role admin.",
            error.Message,
            StringComparison.Ordinal);
        Assert.EndsWith("Set-SentryTeamMember.", error.RecommendedAction, StringComparison.Ordinal);
        Assert.NotNull(PlaceOf(member));
    }

    [Fact]
    public void A_membership_that_cannot_be_read_afterwards_is_uncertain()
    {
        Server.Faults.On("GET teams/{org}/{team}/members/", Fault.Empty(503), skip: 1);

        Assert.Equal("SentryChangeUncertain", Run(Add(Outsider.Email), "PassThru").SingleError().ErrorId);
    }

    private SandboxTeamMembership? PlaceOf(SandboxMember member) => Frontend.Memberships.Find(place => place.Member == member);

    // Where membership is closed, an integration that only reads may ask, not add.
    private async Task<RecordingPipeline> RunAsIntegrationAsync(AddSentryTeamMemberCommand cmdlet)
    {
        Acme.Settings["openMembership"] = "false";
        cmdlet.Connection = await Server.ConnectAsync(
            Server.CreateToken(SandboxTokenKind.Integration, "org:read", "member:read", "team:read"),
            "acme",
            retries: 0);
        Server.Requests.Clear();
        var run = Run(cmdlet, "PassThru");
        cmdlet.Connection.Transport.Dispose();
        return run;
    }

    private static AddSentryTeamMemberCommand Add(string member, string? role = null) =>
        new()
        {
            Organization = InAcme,
            Member = [new(member)],
            Team = [new("frontend")],
            Role = role,
        };
}
