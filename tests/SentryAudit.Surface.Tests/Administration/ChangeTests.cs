using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Team;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>What changes have in common beyond faults: which objects they mean, and in which order they ask.</summary>
public sealed class ChangeTests : AdministrationTest
{
    [Fact]
    public void A_name_that_several_have_changes_none_of_them()
    {
        var run = Run(new DisableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("Default")] });

        Assert.Equal("AmbiguousSentryName", run.SingleError().ErrorId);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void A_pattern_means_all_of_them()
    {
        var run = Plan(new DisableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = [new("Defaul*")] });

        Assert.Equal(Acme.ProjectKeys.Count(key => key is { Name: "Default", IsActive: true }), run.Asked.Count);
    }

    [Fact]
    public void An_object_means_itself_whatever_its_name_is()
    {
        var twin = Acme.Members.First(member => member is { OrgRole: "member", User: not null, IdpProvisioned: false });
        Acme.Members.Last(member => member is { OrgRole: "member", User: not null } && member != twin).Name = twin.Name;

        var run = Plan(
            new RemoveSentryMemberCommand
            {
                Organization = InAcme,
                Member = [new(new SentryMember { Id = twin.Id, OrganizationSlug = "acme" })],
            }
        );

        Assert.Equal($"{twin.Email} in acme", Assert.Single(run.Asked).Target);
    }

    [Fact]
    public void An_object_of_another_organization_is_not_looked_for_in_this_one()
    {
        var project = new SentryProject { Id = "", Slug = "payments-api", OrganizationSlug = "globex" };
        Assert.Contains(Acme.Projects, same => same.Slug == project.Slug);

        var run = Plan(new RemoveSentryProjectCommand { Project = [new(project)] });

        Assert.Equal("payments-api in globex", Assert.Single(run.Asked).Target);
    }

    [Fact]
    public void A_name_that_nobody_has_is_an_error_and_the_others_are_changed()
    {
        var run = Run(new SetSentryTeamCommand { Organization = InAcme, Team = [new("nothing"), new("mobile")], Name = "Apps" });

        Assert.Equal("SentryObjectNotFound", run.SingleError().ErrorId);
        Assert.Equal("Apps", Acme.Teams.Single(team => team.Slug == "mobile").Name);
    }

    [Fact]
    public void Each_question_can_be_answered_with_no()
    {
        var run = Run(
            new RemoveSentryTeamCommand { Organization = InAcme, Team = [new("mobile"), new("platform")] },
            new RecordingPipeline { Consent = false }
        );

        Assert.Equal(2, run.Asked.Count);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void Without_anything_to_change_the_call_is_refused()
    {
        Assert.Equal(
            "NoSentryChange",
            Run(new SetSentryTeamCommand { Organization = InAcme, Team = [new("mobile")] }).TerminatingError().ErrorId);
        Assert.Equal(
            "NoSentryChange",
            Run(new SetSentryProjectCommand { Organization = InAcme, Project = [new("search")] }).TerminatingError().ErrorId);
        Assert.Equal("NoSentryChange", Run(new SetSentryOrganizationCommand { Organization = InAcme }).TerminatingError().ErrorId);
    }

    [Fact]
    public void What_is_already_as_wanted_is_returned_and_not_asked_about()
    {
        var run = Run(
            new SetSentryTeamCommand
            {
                Organization = InAcme,
                Team = [new("mobile")],
                Name = Acme.Teams.Single(team => team.Slug == "mobile").Name,
            },
            "PassThru");

        run.ShouldSucceed();
        Assert.Empty(run.Asked);
        Assert.Equal("mobile", Assert.Single(run.Of<SentryTeam>()).Slug);
        Assert.Contains(run.VerboseLines, line => line.Contains("needs no change", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_has_the_old_and_the_new_value()
    {
        var run = Plan(new SetSentryTeamCommand { Organization = InAcme, Team = [new("mobile")], Name = "Apps", NewSlug = "apps" });

        Assert.Equal(
            (
                "mobile in acme",
                "Change the slug from mobile to apps, name from Mobile to Apps; "
                + "its addresses will change, and everything that uses the old slug must be changed too"),
            Assert.Single(run.Asked));
    }

    [Fact]
    public void Without_PassThru_nothing_is_returned() =>
        Assert.Empty(Run(new SetSentryTeamCommand { Organization = InAcme, Team = [new("mobile")], Name = "Apps" }).Output);

    [Fact]
    public void Many_changes_are_counted()
    {
        var run = Plan(new RemoveSentryMemberCommand { Organization = InAcme, Member = [new("*")] });

        var counts = run.ProgressStates.Where(state => state.Activity == "Changing acme").ToList();
        Assert.Matches(@"^\d\d of \d+ done$", counts[0].Status);
        Assert.True(counts[^1].Completed);
    }
}
