using SentryAudit.Commands.Member;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.ProjectTeam;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>A call that would change many objects says their number and asks once, before the first change.</summary>
public sealed class WideChangeTests : AdministrationTest
{
    private const string All = "This disables 8 of 8 active client keys of acme.";

    public static TheoryData<int, int, string?> Parts => new()
    {
        { 3, 3, null },
        { 4, 15, "This removes 4 of 15 teams of acme." },
        { 4, 16, null },
        { 25, 99, "This removes 25 of 99 teams of acme." },
        { 25, 100, null },
        { 26, 99, "This removes 26 of 99 teams of acme." },
        { 26, 101, "This removes 26 teams of acme." },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Named_objects_are_counted_against_those_that_there_are(int changes, int total, string? sentence)
    {
        SetTeams(total);

        var run = Run(RemoveTeams(changes));

        run.ShouldSucceed();
        Assert.Equal(sentence is null ? changes : changes + 1, run.Asked.Count);
        Assert.Equal(sentence is not null, run.Asked[0].Target == $"{sentence} Go on?");
        Assert.Equal(total - changes, Acme.Teams.Count);
    }

    // A look whether a team is gone asks for that team alone.
    private static bool IsListing(LoggedRequest request) =>
        request is { Method: "GET", Path: "/api/0/organizations/acme/teams/" }
        && !Uri.UnescapeDataString(request.Query).Contains("query=id:", StringComparison.Ordinal);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void The_others_are_counted_once_and_only_where_it_matters(int changes, int listings)
    {
        SetTeams(90);

        Run(RemoveTeams(changes)).ShouldSucceed();

        Assert.Equal(listings, Server.Requests.Count(IsListing));
    }

    [Fact]
    public void A_pattern_has_listed_all_so_that_nothing_is_read_twice()
    {
        SetTeams(8);

        var run = Run(new RemoveSentryTeamCommand { Organization = InAcme, Team = [new("team-*")] });

        Assert.Equal("This removes 8 of 8 teams of acme. Go on?", run.Asked[0].Target);
        Assert.Single(Server.Requests, IsListing);
    }

    [Fact]
    public void With_no_nothing_is_sent_and_no_object_is_asked_about()
    {
        SetKeys(8);

        var run = Run(DisableKeys(), new RecordingPipeline { SecondThought = false });

        run.ShouldSucceed();
        Assert.Equal($"{All} Go on?", Assert.Single(run.Asked).Target);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Where_nobody_can_be_asked_it_is_an_error_of_the_organization_and_nothing_is_sent()
    {
        SetKeys(8);

        var run = Run(DisableKeys(), new RecordingPipeline { CanAsk = false });

        var error = run.SingleError();
        Assert.Equal(("SentryChangeTooWide", "acme"), (error.ErrorId, run.Errors[0].Target));
        Assert.StartsWith(All, error.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Force_leaves_the_question_out(bool canAsk)
    {
        SetKeys(8);

        var run = Run(DisableKeys(), new RecordingPipeline { CanAsk = canAsk }, "Force");

        run.ShouldSucceed();
        Assert.Equal(8, run.Asked.Count);
        Assert.Empty(run.Warnings);
        Assert.DoesNotContain(Acme.ProjectKeys, key => key.IsActive);
    }

    [Theory]
    [InlineData]
    [InlineData("Force")]
    public void A_plan_begins_with_the_sentence_and_goes_on(params string[] switches)
    {
        SetKeys(8);

        var run = Plan(DisableKeys(), switches);

        run.ShouldSucceed();
        Assert.Equal([All], run.Warnings);
        Assert.Equal(8, run.Asked.Count);
    }

    [Fact]
    public void Keys_that_are_disabled_already_are_neither_changed_nor_part_of_the_whole()
    {
        SetKeys(8);
        foreach (var key in Acme.ProjectKeys.Take(4))
        {
            key.IsActive = false;
        }

        Assert.Equal(["This disables 4 of 4 active client keys of acme."], Plan(DisableKeys()).Warnings);
        Assert.Empty(Plan(new EnableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("Key 0"), new("Key 1")] }).Warnings);
    }

    [Fact]
    public void Refused_objects_do_not_count()
    {
        SetTeams(8);
        foreach (var team in Acme.Teams.Take(5))
        {
            team.IdpProvisioned = true;
        }

        var run = Plan(new RemoveSentryTeamCommand { Organization = InAcme, Team = [new("team-*")] });

        Assert.Empty(run.Warnings);
        Assert.Equal(5, run.Errors.Count);
    }

    [Fact]
    public void The_last_owner_stays_and_is_not_counted()
    {
        var members = Acme.Members.Where(member => member is { OrgRole: "owner", Pending: false }).ToArray();
        var others = Acme.Members.Where(member => member is { OrgRole: "member", User: not null, Pending: false }).Take(30).ToArray();

        var plan = Plan(new RemoveSentryMemberCommand { Organization = InAcme, Member = [.. members.Concat(others).Select(Key)] });

        Assert.StartsWith($"This removes {plan.Asked.Count} of ", Assert.Single(plan.Warnings), StringComparison.Ordinal);
        Assert.NotEmpty(plan.Errors);
    }

    [Fact]
    public void Pairs_are_asked_about_above_the_fixed_number_only()
    {
        SetTeams(30);
        var project = Acme.Projects.Single(known => known.Slug == "web-frontend");

        var few = Plan(new AddSentryProjectTeamCommand { Organization = InAcme, Project = [new(project.Slug)], Team = Named(25) });
        var many = Plan(new AddSentryProjectTeamCommand { Organization = InAcme, Project = [new(project.Slug)], Team = Named(26) });

        Assert.Empty(few.Warnings);
        Assert.Equal(["This makes 26 assignments of projects to teams of acme."], many.Warnings);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void New_objects_are_asked_about_above_the_fixed_number(int count, bool isMade)
    {
        SetTeams(0);

        var run = Run(NewTeams(count), new RecordingPipeline { CanAsk = false });

        Assert.Equal(isMade ? [] : ["SentryChangeTooWide"], run.Errors.Select(error => error.Exception.ErrorId));
        Assert.Equal(isMade ? count : 0, Server.Requests.Writes().Length);
    }

    [Fact]
    public void Many_new_objects_are_made_with_yes_or_with_Force()
    {
        SetTeams(0);

        var plan = Plan(NewTeams(26));
        var asked = Run(NewTeams(26));
        SetTeams(0);
        var forced = Run(NewTeams(26), new RecordingPipeline { CanAsk = false }, "Force");

        Assert.Equal(["This creates 26 teams in acme."], plan.Warnings);
        Assert.Equal("This creates 26 teams in acme. Go on?", asked.Asked[0].Target);
        Assert.Equal(26, asked.Output.Count);
        Assert.Equal(26, forced.Output.Count);
    }

    private static MemberReference Key(SandboxMember member) => new(member.Email);

    private static TeamReference[] Named(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new TeamReference($"team-{number}"))];

    private static RemoveSentryTeamCommand RemoveTeams(int count) => new() { Organization = InAcme, Team = Named(count) };

    private static NewSentryTeamCommand NewTeams(int count) =>
        new() { Organization = InAcme, Slug = [.. Named(count).Select(team => team.Value)] };

    private static DisableSentryProjectKeyCommand DisableKeys() =>
        new DisableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("*")] };

    private void SetTeams(int count)
    {
        Acme.Teams.Clear();
        Acme.Teams.AddRange(Enumerable.Range(0, count).Select(number =>
            new SandboxTeam { Id = $"{9000 + number}", Slug = $"team-{number}", Name = $"Team {number}" }));
    }

    private void SetKeys(int count)
    {
        Acme.ProjectKeys.Clear();
        Acme.ProjectKeys.AddRange(Enumerable.Range(0, count).Select(number => new SandboxProjectKey
        {
            Public = $"{number:x32}",
            Secret = $"{number + 1000:x32}",
            Project = Acme.Projects.Single(project => project.Slug == "web-frontend"),
            Name = $"Key {number}",
        }));
    }
}
