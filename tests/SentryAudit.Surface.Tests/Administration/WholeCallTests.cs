using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>The number of objects is that of the whole call: nothing is changed in one organization before all are known.</summary>
public sealed class WholeCallTests : AdministrationTest
{
    private const string Three = "This removes 10 teams of acme, 10 of globex and 10 of initech: 30 in all.";

    private static readonly OrganizationReference[] Everywhere = [new("acme"), new("globex"), new("initech")];

    protected override SandboxOptions Options => new() { RateLimits = false, Organizations = 3 };

    [Fact]
    public void Ten_objects_in_each_of_three_organizations_are_thirty_and_asked_about_once()
    {
        SetTeams(101);

        var run = Run(Remove(10), new RecordingPipeline { SecondThought = false });

        run.ShouldSucceed();
        Assert.Equal($"{Three} Go on?", Assert.Single(run.Asked).Target);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Where_nobody_can_be_asked_nothing_is_sent_to_any_of_them()
    {
        SetTeams(101);

        var run = Run(Remove(10), new RecordingPipeline { CanAsk = false });

        Assert.Equal("SentryChangeTooWide", run.SingleError().ErrorId);
        Assert.StartsWith(Three, run.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Equal("acme, globex, initech", run.Errors[0].Target);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void A_plan_begins_with_the_sentence()
    {
        SetTeams(101);

        var run = Plan(Remove(10));

        Assert.Equal([Three], run.Warnings);
        Assert.Equal(30, run.Asked.Count);
    }

    [Fact]
    public void All_of_the_few_objects_of_several_organizations_are_a_large_part()
    {
        SetTeams(3);

        Assert.Equal(
            ["This removes 3 of 3 teams of acme, 3 of 3 of globex and 3 of 3 of initech: 9 in all."], Plan(Remove(3)).Warnings);
    }

    [Fact]
    public void One_organization_of_which_much_is_changed_is_not_hidden_by_a_large_one()
    {
        SetTeams(60);
        SetTeams(Acme, 8);

        Assert.StartsWith("This removes 5 of 8 teams of acme", Assert.Single(Plan(Remove(5)).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_in_each_of_large_organizations_are_not_asked_about()
    {
        SetTeams(60);

        var run = Run(Remove(5));

        Assert.Equal(15, run.Asked.Count);
        Assert.Equal(15, Server.Requests.Writes().Length);
    }

    [Fact]
    public void An_organization_that_can_not_be_counted_is_an_error_and_stays_as_it_is()
    {
        SetTeams(20);
        Server.Faults.On("organizations/{org}/teams/", Fault.Empty(403), skip: 3, times: 1);

        var run = Run(Remove(2));

        Assert.Equal(("SentryForbidden", "acme"), (run.SingleError().ErrorId, run.Errors[0].Target));
        Assert.All(Server.Requests.Writes(), request => Assert.DoesNotContain("acme", request.Path, StringComparison.Ordinal));
        Assert.Equal(4, Server.Requests.Writes().Length);
    }

    [Fact]
    public void New_objects_are_counted_over_the_whole_call()
    {
        SetTeams(0);
        var rows = Everywhere.SelectMany(organization => Enumerable.Range(0, 10).Select(number =>
            CmdletRunner.Row(("Slug", $"new-{number}"), ("OrganizationSlug", organization.Value))));

        var run = CmdletRunner.Pipe(rows, new NewSentryTeamCommand { Connection = Connection }, new RecordingPipeline { CanAsk = false });

        Assert.StartsWith(
            "This creates 10 teams in acme, 10 in globex and 10 in initech: 30 in all.",
            run.SingleError().Message,
            StringComparison.Ordinal);
        Assert.Empty(Server.Requests.Writes());
    }

    private static RemoveSentryTeamCommand Remove(int count) => new()
    {
        Organization = Everywhere,
        Team = [.. Enumerable.Range(0, count).Select(number => new TeamReference($"team-{number}"))],
    };

    private void SetTeams(int count)
    {
        foreach (var organization in Server.Estate.Organizations.Where(known => known.Slug is "acme" or "globex" or "initech"))
        {
            SetTeams(organization, count);
        }
    }

    private static void SetTeams(SandboxOrganization organization, int count)
    {
        organization.Teams.Clear();
        organization.Teams.AddRange(Enumerable.Range(0, count).Select(number =>
            new SandboxTeam { Id = $"{9000 + number}", Slug = $"team-{number}", Name = $"Team {number}" }));
    }
}
