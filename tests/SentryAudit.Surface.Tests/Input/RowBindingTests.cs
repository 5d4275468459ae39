using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Input;
using SentryAudit.Surface.Tests.Contract;

namespace SentryAudit.Surface.Tests.Input;

/// <summary>Rows: what their columns name, and nothing more.</summary>
public sealed class RowBindingTests : InputTest
{
    [Fact]
    public void A_column_of_the_first_parameter_names_the_object_and_the_others_describe_it()
    {
        var bound = new Bound<GetSentryMemberCommand>();

        Assert.True(bound.TakeRow(("Email", "ada@acme.example"), ("ProjectSlug", "web"), ("OrganizationSlug", "acme")));

        Assert.Equal(["ada@acme.example"], Values(bound.Cmdlet.Member));
        Assert.Null(bound.Cmdlet.Project);
        Assert.Equal(["acme"], Values(bound.Cmdlet.Organization));
    }

    [Fact]
    public void Another_column_limits_the_listing()
    {
        var bound = new Bound<GetSentryProjectCommand>();

        Assert.True(bound.TakeRow(("TeamSlug", "backend")));

        Assert.Equal(["backend"], Values(bound.Cmdlet.Team));
    }

    [Fact]
    public void A_pair_of_columns_names_a_pair()
    {
        var bound = new Bound<GetSentryTeamMemberCommand>();

        Assert.True(bound.TakeRow(("TeamSlug", "backend"), ("MemberId", "12")));

        Assert.Equal(["backend"], Values(bound.Cmdlet.Team));
        Assert.Equal(["12"], Values(bound.Cmdlet.Member));
    }

    [Fact]
    public void A_slug_names_the_object_where_nothing_else_does()
    {
        var bound = new Bound<GetSentryTeamCommand>();

        Assert.True(bound.TakeRow(("Slug", "backend"), ("OrganizationSlug", "acme")));

        Assert.Equal(["backend"], Values(bound.Cmdlet.Team));
    }

    [Fact]
    public void A_row_that_has_only_an_organization_means_all_of_it()
    {
        var bound = new Bound<GetSentryTeamCommand>();

        Assert.True(bound.TakeRow(("OrganizationSlug", "acme"), ("Note", "")));

        Assert.Null(bound.Cmdlet.Team);
        Assert.Equal(["acme"], Values(bound.Cmdlet.Organization));
    }

    [Fact]
    public void What_names_nothing_or_too_much_is_refused()
    {
        var bound = new Bound<GetSentryProjectCommand>();

        Assert.Equal("SentryInputUnrelated", bound.Refused(one => one.TakeRow(("Colour", "red"), ("OrganizationSlug", "acme"))));
        Assert.Equal("SentryInputUnrelated", bound.Refused(one => one.TakeRow(("TeamSlug", "a"), ("MemberId", "1"))));
        Assert.Equal("SentryInputUnrelated", bound.Refused(one => one.TakeRow()));
    }

    [Fact]
    public void The_project_of_something_else_is_not_what_is_meant() =>
        Assert.Equal(
            "SentryInputUnrelated",
            new Bound<GetSentryAlertRuleCommand>().Refused(one => one.TakeRow(("MonitorId", "1"), ("ProjectSlug", "web"))));

    [Fact]
    public void A_row_about_something_else_changes_nothing()
    {
        Assert.Equal(
            "SentryInputUnrelated",
            new Bound<RemoveSentryMemberCommand>().Refused(one => one.TakeRow(("MemberId", "1"), ("TeamSlug", "backend"))));
        Assert.Equal(
            "SentryInputUnrelated",
            new Bound<RemoveSentryProjectCommand>().Refused(one => one.TakeRow(("ProjectSlug", "web"), ("ProjectKeyId", "k"))));
    }

    [Fact]
    public void The_place_of_an_object_in_its_row_is_no_foreign_key()
    {
        var bound = new Bound<DisableSentryProjectKeyCommand>();

        Assert.True(bound.TakeRow(("ProjectKey", "Default"), ("ProjectSlug", "web")));

        Assert.Equal(["Default"], Values(bound.Cmdlet.ProjectKey));
        Assert.Equal(["web"], Values(bound.Cmdlet.Project));
    }

    [Fact]
    public void Data_is_never_a_pattern()
    {
        var bound = new Bound<RemoveSentryMemberCommand>();

        bound.TakeRow(("Email", "*@acme.example"));

        Assert.False(bound.Cmdlet.Member![0].IsPattern);
    }

    [Fact]
    public void A_name_in_a_row_stays_a_name_and_in_the_organization_of_the_row()
    {
        var bound = new Bound<GetSentryMemberCommand>();

        bound.TakeRow(("Member", "Ada Ackerman"), ("OrganizationSlug", "acme"));

        var key = bound.Cmdlet.Member![0];
        Assert.True(key.Matches(new SentryMember { Id = "1", Name = "Ada Ackerman", OrganizationSlug = "acme" }));
        Assert.False(key.Matches(new SentryMember { Id = "1", Name = "Ada Ackerman", OrganizationSlug = "globex" }));
    }

    [Fact]
    public void The_kind_of_an_alert_rule_in_a_row_counts()
    {
        var bound = new Bound<DisableSentryAlertRuleCommand>();

        bound.TakeRow(("AlertRuleId", "7"), ("Kind", "Metric"));

        Assert.False(
            bound
                .Cmdlet.AlertRule![0]
                .Matches(
                    new SentryAlertRule
                    {
                        Id = "7",
                        Kind = SentryAlertRuleKind.Issue,
                        OrganizationSlug = "acme",
                    }
                ));
    }

    [Fact]
    public void A_row_with_every_property_of_a_kind_is_of_that_kind()
    {
        var columns = typeof(SentryTeam)
            .GetProperties()
            .ToDictionary(property => property.Name, _ => (object?)"x", StringComparer.OrdinalIgnoreCase);

        Assert.Equal("SentryTeam", PipedKinds.OfColumns(columns));

        columns.Remove("ProjectSlugs");
        Assert.Null(PipedKinds.OfColumns(columns));
    }

    [Fact]
    public void A_message_names_columns_and_no_values()
    {
        var row = new PipedObject(
            kind: null,
            label: null,
            new(StringComparer.OrdinalIgnoreCase) { ["Dsn"] = "https://secret@o1.example/2" }
        );

        var refusal = InputFaults.Unrelated(
            row,
            "Get-SentryTeam",
            new BoundParameters(new GetSentryTeamCommand(), new Dictionary<string, object?>()));

        Assert.Contains("Dsn", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message + refusal.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_that_is_this_modules_own_is_known() =>
        Assert.Equal(
            RowBinding.KeyColumns.Order(StringComparer.Ordinal),
            CmdletTypes.Types.Where(type => typeof(SentryOrganizationCmdlet).IsAssignableFrom(type))
                .SelectMany(CmdletTypes.Parameters)
                .Where(parameter => parameter.IsKey && parameter.Name != "Organization")
                .SelectMany(parameter => parameter.Aliases)
                .Distinct(StringComparer.Ordinal)
                .Except(["Email", "UserId", "Version"], StringComparer.Ordinal)
                .Order(StringComparer.Ordinal));
}
