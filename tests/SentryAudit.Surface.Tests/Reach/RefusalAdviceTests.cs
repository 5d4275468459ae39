using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Reach;

/// <summary>What to do about a refusal fits the token and its owner, and the error names what was refused.</summary>
public sealed class RefusalAdviceTests(ClosedSandbox sandbox) : ClosedMembershipTest(sandbox), IClassFixture<ClosedSandbox>
{
    private const string NeedsScope = "needs the scope";

    public static TheoryData<string> Listings => Listing.Names;

    [Theory]
    [MemberData(nameof(Listings))]
    public void A_scope_that_the_token_has_is_never_asked_for(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);
        Server.Faults.On(listing.Endpoint, Fault.Empty(403));

        var run = Run(listing.Create(Connection));

        Assert.NotEmpty(run.AllErrors());
        Assert.All(run.AllErrors(), error => Assert.DoesNotContain(NeedsScope, error.RecommendedAction, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task A_scope_that_is_missing_is_named(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);
        Server.Faults.On(listing.Endpoint, Fault.Empty(403));
        var weak = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, "team:read"), organization: "acme");

        var run = Run(listing.Create(weak));

        Assert.Contains(run.AllErrors(), error => error.RecommendedAction.Contains(NeedsScope, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public void An_error_names_what_was_refused_and_not_a_placeholder(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);
        Server.Faults.On(listing.Endpoint, Fault.Empty(403));

        var errors = Run(listing.Create(Connection)).AllErrors();

        Assert.All(errors, error => Assert.DoesNotContain('{', error.Message));
        if (listing.Endpoint.Contains("{org}", StringComparison.Ordinal))
        {
            Assert.All(errors, error => Assert.Contains("acme", error.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_role_that_does_not_allow_it_is_named()
    {
        var run = RunAs(Plain, new SetSentryOrganizationCommand { Organization = InAcme, Name = "Other" });

        var advice = run.SingleError().RecommendedAction;
        Assert.Contains("The token has the scope org:write", advice, StringComparison.Ordinal);
        Assert.Contains("(member)", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_out_of_reach_is_joined_and_no_scope_helps()
    {
        var teams = Acme.Teams.Where(team => !team.Memberships.Exists(place => place.Member == Me)).Select(team => team.Slug).ToArray();

        var run = RunAs(Plain, new GetSentryMemberCommand { Organization = InAcme, Team = [new(teams[0])] });

        Assert.Contains($"is not a member of team {teams[0]}", run.SingleError().RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_Sentry_does_not_tell_the_role_the_scope_is_not_asked_for_either()
    {
        Server.Faults.On("GET organizations/{org}/", Fault.Status(500));
        Server.Faults.On("organizations/{org}/teams/", Fault.Empty(403));

        var advice = RunAs(Connection, new GetSentryTeamCommand { Organization = InAcme }).SingleError().RecommendedAction;

        Assert.Contains("more scopes do not help", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_organization_is_asked_once_however_many_refusals_there_are()
    {
        Server.Faults.On("teams/{org}/{team}/members/", Fault.Empty(403));

        TeamReference[] teams = [.. Acme.Teams.Select(team => new TeamReference(team.Slug))];
        RunAs(Connection, new GetSentryMemberCommand { Organization = InAcme, Team = teams });

        Assert.Single(Server.Requests.To("organizations/{org}/"));
    }
}
