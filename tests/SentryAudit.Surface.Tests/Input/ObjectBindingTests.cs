using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;

namespace SentryAudit.Surface.Tests.Input;

/// <summary>Objects of this module: themselves, what is joined to them, or an error.</summary>
public sealed class ObjectBindingTests : InputTest
{
    private static readonly SentryTeamMember Place = new() { TeamSlug = "backend", MemberId = "12", OrganizationSlug = "acme" };

    private static readonly SentryMonitor Monitor = new()
    {
        Id = "5",
        AlertRuleIds = new StringList(["9001"]),
        ProjectSlug = "web",
        OrganizationSlug = "acme",
    };

    [Fact]
    public void An_object_names_itself_in_its_organization()
    {
        var bound = new Bound<RemoveSentryTeamCommand>();

        Assert.True(bound.Take(Backend));

        Assert.Equal(["backend"], Values(bound.Cmdlet.Team));
        Assert.Equal(["acme"], Values(bound.Cmdlet.Organization));
    }

    [Fact]
    public void An_object_names_what_is_joined_to_it()
    {
        var bound = new Bound<GetSentryProjectKeyCommand>();

        Assert.True(bound.Take(Backend));

        Assert.Equal(["web", "api"], Values(bound.Cmdlet.Project));
        Assert.All(bound.Cmdlet.Project!, key => Assert.Equal("acme", key.Organization));
        Assert.Null(bound.Cmdlet.ProjectKey);
    }

    [Fact]
    public void An_empty_list_means_nothing_and_an_unknown_one_is_an_error()
    {
        var bound = new Bound<GetSentryProjectKeyCommand>();

        Assert.False(bound.Take(new SentryTeam { Id = "8", Slug = "empty", ProjectSlugs = StringList.Empty, OrganizationSlug = "acme" }));
        Assert.Equal(
            "SentryInputUnknown",
            bound.Refused(one => one.Take(new SentryTeam { Id = "9", Slug = "unknown", OrganizationSlug = "acme" })));
    }

    [Fact]
    public void What_shares_only_an_organization_is_refused_and_fills_nothing()
    {
        var bound = new Bound<RemoveSentryProjectCommand>();

        Assert.Equal("SentryInputUnrelated", bound.Refused(one => one.Take(Backend)));

        bound.Reset();
        Assert.Null(bound.Cmdlet.Project);
        Assert.Null(bound.Cmdlet.Organization);
    }

    [Fact]
    public void An_organization_stands_for_all_of_it_but_for_no_key_of_a_change()
    {
        var acme = new SentryOrganization { Id = "1", Slug = "acme" };
        var listing = new Bound<GetSentryTeamCommand>();

        Assert.True(listing.Take(acme));

        Assert.Equal(["acme"], Values(listing.Cmdlet.Organization));
        Assert.Equal("SentryInputUnrelated", new Bound<RemoveSentryTeamCommand>().Refused(one => one.Take(acme)));
    }

    [Fact]
    public void A_pair_names_both_sides()
    {
        var bound = new Bound<RemoveSentryTeamMemberCommand>();

        Assert.True(bound.Take(Place));

        Assert.Equal(["12"], Values(bound.Cmdlet.Member));
        Assert.Equal(["backend"], Values(bound.Cmdlet.Team));
    }

    [Fact]
    public void A_side_of_a_pair_that_nothing_names_is_an_error()
    {
        Assert.Equal("SentryInputUnrelated", new Bound<AddSentryTeamMemberCommand>().Refused(one => one.Take(Place)));

        var given = new Bound<AddSentryTeamMemberCommand>(cmdlet => cmdlet.Team = [new("mobile")], "Team");
        Assert.True(given.Take(Place));
        Assert.Equal(["mobile"], Values(given.Cmdlet.Team));
    }

    [Fact]
    public void An_object_never_fills_a_parameter_that_means_something_else()
    {
        // PowerShell has filled these by the names of the team's properties.
        var bound = new Bound<NewSentryProjectCommand>(cmdlet => cmdlet.Name = ["New"], "Name");
        bound.Cmdlet.Slug = "backend";

        Assert.True(bound.Take(Backend));

        Assert.Null(bound.Cmdlet.Slug);
        Assert.Equal("backend", bound.Cmdlet.Team.Value);
    }

    [Fact]
    public void Nothing_that_one_object_fills_stays_for_the_next()
    {
        var bound = new Bound<GetSentryTeamMemberCommand>();

        bound.Take(Place);
        bound.Reset();

        Assert.Null(bound.Cmdlet.Member);
        Assert.Null(bound.Cmdlet.Team);
        Assert.Null(bound.Cmdlet.Organization);
    }

    [Fact]
    public void The_command_line_is_not_contradicted()
    {
        var key = new Bound<GetSentryProjectCommand>(cmdlet => cmdlet.Team = [new("mobile")], "Team");
        var organization = new Bound<GetSentryProjectCommand>(cmdlet => cmdlet.Organization = [new("globex")], "Organization");

        Assert.Equal("SentryInputContradiction", key.Refused(one => one.Take(Backend)));
        Assert.Equal("SentryObjectElsewhere", organization.Refused(one => one.Take(Backend)));
    }

    [Fact]
    public void Objects_that_mean_different_parameters_are_not_combined()
    {
        var bound = new Bound<GetSentryMemberCommand>();

        bound.Take(Backend);

        Assert.Equal(
            "SentryInputMixed",
            bound.Refused(one => one.Take(new SentryProject { Id = "3", Slug = "web", OrganizationSlug = "acme" })));
    }

    [Fact]
    public void A_detector_is_its_own_monitor_and_a_workflow_is_connected_to_some()
    {
        var workflow = new SentryAlertRule
        {
            Id = "9001",
            Kind = SentryAlertRuleKind.Issue,
            Source = SentryAlertRuleSource.Workflow,
            ConnectedIds = new StringList(["5"]),
            OrganizationSlug = "acme",
        };
        var detector = new SentryAlertRule
        {
            Id = "6",
            Kind = SentryAlertRuleKind.Metric,
            Source = SentryAlertRuleSource.Detector,
            ConnectedIds = new StringList(["9001"]),
            OrganizationSlug = "acme",
        };

        Assert.Equal(["5"], MonitorsOf(workflow));
        Assert.Equal(["6"], MonitorsOf(detector));

        static IEnumerable<string>? MonitorsOf(SentryAlertRule rule)
        {
            var bound = new Bound<GetSentryMonitorCommand>();
            bound.Take(rule);
            return Values(bound.Cmdlet.Monitor);
        }
    }

    [Fact]
    public void The_rules_of_a_monitor_are_workflows_whatever_else_has_their_id()
    {
        var bound = new Bound<GetSentryAlertRuleCommand>();

        bound.Take(Monitor);

        var key = Assert.Single(bound.Cmdlet.AlertRule!);
        Assert.True(key.Matches(Rule(SentryAlertRuleSource.Workflow, SentryAlertRuleKind.Issue)));
        Assert.False(key.Matches(Rule(SentryAlertRuleSource.Detector, SentryAlertRuleKind.Metric)));

        static SentryAlertRule Rule(SentryAlertRuleSource source, SentryAlertRuleKind kind) =>
            new() { Id = "9001", Source = source, Kind = kind, OrganizationSlug = "acme" };
    }

    [Fact]
    public void A_copy_means_what_the_object_means()
    {
        var bound = new Bound<GetSentryProjectKeyCommand>();

        bound.TakeCopy("SentryTeam", ("Slug", "backend"), ("ProjectSlugs", "web, api"), ("OrganizationSlug", "acme"));

        Assert.Equal(["web", "api"], Values(bound.Cmdlet.Project));
    }

    [Fact]
    public void A_role_on_teams_is_nobodys_role_in_the_organization()
    {
        var bound = new Bound<GetSentryMemberCommand>();

        Assert.True(bound.Take(new SentryRole { Id = "admin", Kind = SentryRoleKind.Organization, OrganizationSlug = "acme" }));
        Assert.Equal(["admin"], Values(bound.Cmdlet.Role));
        Assert.Equal(
            "SentryInputUnrelated",
            bound.Refused(one => one.Take(new SentryRole { Id = "admin", Kind = SentryRoleKind.Team, OrganizationSlug = "acme" })));
    }

    [Fact]
    public void Only_an_organization_is_changed_as_one() =>
        Assert.Equal("SentryInputUnrelated", new Bound<SetSentryOrganizationCommand>().Refused(one => one.Take(Backend)));
}
