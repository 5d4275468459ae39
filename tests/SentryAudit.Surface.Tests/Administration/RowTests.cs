using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Rows of a list: what one says of an organization, or of a project, is not said of the others.</summary>
public sealed class RowTests : AdministrationTest
{
    // Both are members of both organizations.
    private readonly string[] _both = ["one@acme.example", "two@acme.example"];

    [Fact]
    public void A_member_is_removed_from_the_organization_of_the_row()
    {
        InviteToBoth();
        var cmdlet = new RemoveSentryMemberCommand();

        var run = Rows(cmdlet, Row("Member", _both[0], "acme"), Row("Member", _both[1], Globex.Id));

        Assert.Equal([$"{_both[0]} in acme", $"{_both[1]} in globex"], run.Asked.Select(question => question.Target));
    }

    [Fact]
    public void A_row_without_an_organization_means_all_of_them()
    {
        InviteToBoth();
        var cmdlet = new RemoveSentryMemberCommand();

        var run = Rows(cmdlet, Row("Member", _both[0], "globex"), CmdletRunner.Row(("Member", _both[1])));

        Assert.Equal(
            [$"{_both[0]} in globex", $"{_both[1]} in acme", $"{_both[1]} in globex"],
            run.Asked.Select(question => question.Target).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_name_for_several_organizations_is_one_name()
    {
        InviteToBoth();
        var cmdlet = new RemoveSentryMemberCommand { Member = [new(_both[0])] };

        var run = Rows(cmdlet, CmdletRunner.Row(("Organization", "acme")), CmdletRunner.Row(("Organization", "globex")));

        run.ShouldSucceed();
        Assert.Equal([$"{_both[0]} in acme", $"{_both[0]} in globex"], run.Asked.Select(question => question.Target));
    }

    [Fact]
    public void Pairs_are_made_in_the_organization_of_the_row()
    {
        InviteToBoth();
        var cmdlet = new AddSentryTeamMemberCommand { Team = [new("frontend")] };

        var run = Rows(cmdlet, Row("Member", _both[0], "acme"), Row("Member", _both[1], "globex"));

        run.ShouldSucceed();
        Assert.Equal(
            [$"{_both[0]} on team frontend in acme", $"{_both[1]} on team frontend in globex"],
            run.Asked.Select(question => question.Target));
    }

    [Fact]
    public void An_object_of_another_organization_than_the_named_one_is_left_alone()
    {
        InviteToBoth();
        var one = Run(new GetSentryMemberCommand { Organization = InAcme, Member = [new(_both[0])] }).Of<SentryMember>().Single();
        var cmdlet = new RemoveSentryMemberCommand { Organization = [new("globex")], Member = [new(one), new(_both[1])] };

        var run = Ask(cmdlet);

        Assert.Equal("SentryObjectElsewhere", run.SingleError().ErrorId);
        Assert.Equal([$"{_both[1]} in globex"], run.Asked.Select(question => question.Target));
    }

    [Fact]
    public void A_row_may_name_the_organization_of_the_command_line_by_its_id()
    {
        InviteToBoth();
        var cmdlet = new RemoveSentryMemberCommand { Organization = [new("globex")] };

        var run = Rows(cmdlet, Row("Member", _both[0], Globex.Id), Row("Member", _both[1], "acme"));

        Assert.Equal([$"{_both[0]} in globex"], run.Asked.Select(question => question.Target));
        Assert.Equal("SentryObjectElsewhere", run.SingleError().ErrorId);
    }

    [Fact]
    public void A_team_of_another_organization_makes_no_pair()
    {
        InviteToBoth();
        var team = Run(new GetSentryTeamCommand { Organization = InAcme, Team = [new("frontend")] }).Of<SentryTeam>().Single();
        var cmdlet = new AddSentryTeamMemberCommand { Organization = [new("globex")], Member = [new(_both[0])], Team = [new(team)] };

        var run = Ask(cmdlet);

        Assert.Equal("SentryObjectElsewhere", run.SingleError().ErrorId);
        Assert.Empty(run.Asked);
    }

    [Fact]
    public void A_key_is_looked_for_in_the_project_of_the_row()
    {
        var cmdlet = new DisableSentryProjectKeyCommand { Organization = InAcme };

        var run = Rows(
            cmdlet,
            CmdletRunner.Row(("ProjectKey", "Default"), ("Project", "search")),
            CmdletRunner.Row(("ProjectKey", "Default"), ("Project", "gateway")));

        run.ShouldSucceed();
        Assert.Equal(
            [" of search in acme", " of gateway in acme"],
            run.Asked.Select(question => question.Target[question.Target.IndexOf(')', StringComparison.Ordinal)..][1..]));
    }

    [Fact]
    public void Members_are_listed_in_the_organization_of_the_row()
    {
        InviteToBoth();
        var cmdlet = new GetSentryMemberCommand();

        var run = Rows(cmdlet, Row("Member", _both[0], "acme"), Row("Member", _both[1], "globex"));

        Assert.Equal(
            [(_both[0], "acme"), (_both[1], "globex")],
            run.Of<SentryMember>().Select(member => (member.Email!, member.OrganizationSlug)));
    }

    private RecordingPipeline Rows(SentryConnectedCmdlet cmdlet, params object[] rows)
    {
        cmdlet.Connection = Connection;
        return CmdletRunner.Pipe(rows, cmdlet, new RecordingPipeline { IsPlan = cmdlet is not GetSentryMemberCommand });
    }

    private RecordingPipeline Ask(SentryConnectedCmdlet cmdlet) => Run(cmdlet, new RecordingPipeline { IsPlan = true });

    private static PSObject Row(string key, string value, string organization) =>
        CmdletRunner.Row((key, value), ("Organization", organization));

    private void InviteToBoth()
    {
        foreach (var organization in new[] { "acme", "globex" })
        {
            Run(new NewSentryMemberCommand { Organization = [new(organization)], Email = _both }, "NoEmail").ShouldSucceed();
        }
    }
}
