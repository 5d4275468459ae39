using SentryAudit.Commands.AuditLog;
using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Stats;
using SentryAudit.Cmdlets;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Filters;

/// <summary>A value of a filter that there is not would list nothing, which reads as an all-clear.</summary>
public sealed class UnknownValueTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private const string Detail = "organizations/{org}/";
    private const string Members = "organizations/{org}/members/";
    private static readonly OrganizationReference[] First = [new("acme")];

    private static readonly Dictionary<string, (Func<SentryCmdlet> Create, string Wrong, string Nearest, string? Listing)> Calls =
        new(StringComparer.Ordinal)
    {
        ["role"] = (() => new GetSentryMemberCommand { Organization = First, Role = [new("ownr")] }, "ownr", "owner", Members),
        ["event"] = (
            () => new GetSentryAuditLogCommand { Organization = First, Event = ["member.invit"] }, "member.invit", "member.invite", null),
        ["environment of issues"] = (
            () => new GetSentryIssueCommand { Organization = First, Environment = ["Production"] },
            "Production",
            "production",
            "organizations/{org}/issues/"),
        ["environment of releases"] = (
            () => new GetSentryReleaseCommand { Organization = First, Environment = ["stagin"] },
            "stagin",
            "staging",
            "organizations/{org}/releases/"),
        ["category of usage"] = (
            () => new GetSentryUsageCommand { Organization = First, Category = "errors" },
            "errors",
            "error",
            "organizations/{org}/stats_v2/"),
        ["category of counts"] = (
            () => new GetSentryEventCountCommand { Organization = First, Category = "transactoin" },
            "transactoin",
            "transaction",
            "organizations/{org}/stats_v2/"),
        ["entry type"] = (
            () => new GetSentryEventEntryCommand { Organization = First, Project = [new("web-frontend")], Type = ["exeption"] },
            "exeption",
            "exception",
            "projects/{org}/{project}/events/"),
        ["cmdlet"] = (
            () => new GetSentryPermissionCommand { Cmdlet = ["Get-SentryMembr"] }, "Get-SentryMembr", "Get-SentryMember", null),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_misspelt_value_is_an_error_with_the_nearest_one_and_lists_nothing(string name)
    {
        var (create, wrong, nearest, listing) = Calls[name];
        var run = Run(On(create()));

        Assert.Empty(run.Output);
        var error = run.SingleError();
        Assert.Equal(("SentryUnknownValue", SentryErrorCategory.InvalidArgument), (error.ErrorId, error.Category));
        Assert.Contains($"'{wrong}'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Did you mean {nearest}", error.Message, StringComparison.Ordinal);
        Assert.Equal(wrong, run.Errors[0].Target);
        Assert.Empty(listing is null ? [] : Server.Requests.To(listing));
    }

    [Fact]
    public void A_known_value_beside_an_unknown_one_is_listed()
    {
        var run = Run(Owners("owner", "ownr"));

        Assert.Equal(Acme.Members.Count(member => member.OrgRole is "owner"), run.Output.Count);
        Assert.Equal("ownr", Assert.Single(run.Errors).Target);
    }

    [Fact]
    public void An_unknown_environment_is_not_sent_beside_a_known_one()
    {
        var run = Run(On(new GetSentryIssueCommand { Organization = First, Environment = ["staging", "nowhere"] }));

        Assert.Equal("nowhere", Assert.Single(run.Errors).Target);
        Assert.NotEmpty(run.Output);
        Assert.All(Server.Requests.To("organizations/{org}/issues/"), request =>
            Assert.DoesNotContain("nowhere", request.Query, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hidden_environment_is_a_known_one() =>
        Assert.Empty(Get<SentryIssue>(On(new GetSentryIssueCommand { Organization = First, Environment = ["scratch"] })));

    [Fact]
    public void A_pattern_that_matches_no_value_is_a_warning()
    {
        var run = Run(Owners("x*"));

        run.ShouldSucceed();
        Assert.Equal("No role in acme matches 'x*', so -Role x* finds nothing.", Assert.Single(run.Warnings));
        Assert.Empty(Run(Owners("own*")).Warnings);
    }

    [Fact]
    public void What_one_organization_has_is_no_mistake_in_the_others()
    {
        Globex.CustomRoles.Add("auditor");
        var run = Run(On(new GetSentryMemberCommand { Organization = [new("acme"), new("globex")], Role = [new("auditor")] }));

        run.ShouldSucceed();
        Assert.Empty(run.Warnings);
        Assert.Single(Server.Requests.To(Members), request => request.Path.Contains("globex", StringComparison.Ordinal));
    }

    [Fact]
    public void Sentry_is_asked_once_for_a_connection_and_again_for_what_may_be_new()
    {
        Run(Owners("owner"));
        Run(Owners("manager", "member"));
        Assert.Single(Server.Requests.To(Detail));

        Acme.CustomRoles.Add("newcomer");
        Run(Owners("newcomer")).ShouldSucceed();
        Assert.Equal(2, Server.Requests.To(Detail).Count);
    }

    [Theory]
    [InlineData("auditor", 1)]
    [InlineData("owner", 0)]
    public void Where_Sentry_may_not_be_asked_a_warning_says_so_unless_every_Sentry_has_the_value(string role, int warnings)
    {
        Server.Faults.On(Detail, Fault.Empty(403));
        var run = Run(Owners(role));

        run.ShouldSucceed();
        Assert.Equal(warnings, run.Warnings.Count);
        Assert.All(run.Warnings, warning => Assert.StartsWith(
            $"Whether acme has the role '{role}' could not be checked, so that nothing listed may mean that it is misspelt.",
            warning,
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_Sentry_without_a_list_of_environments_is_a_warning()
    {
        Server.Faults.On("organizations/{org}/environments/", Fault.Empty(404));
        var run = Run(On(new GetSentryReleaseCommand { Organization = First, Environment = ["production"] }));

        run.ShouldSucceed();
        Assert.Contains("could not be checked", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void An_organization_that_lists_no_environment_may_have_some_that_are_not_shown()
    {
        Globex.Environments.Clear();
        Globex.HiddenEnvironments.Clear();
        var run = Run(On(new GetSentryReleaseCommand { Organization = [new("globex")], Environment = ["production"] }));

        run.ShouldSucceed();
        Assert.Contains("could not be checked", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Environments_of_projects_that_are_not_ones_own_are_known()
    {
        Acme.Teams.ForEach(team => team.Memberships.Clear());

        Assert.NotEmpty(Get<SentryRelease>(On(new GetSentryReleaseCommand { Organization = First, Environment = ["staging"] })));
    }

    [Fact]
    public void A_type_of_entry_that_this_version_does_not_know_is_a_warning()
    {
        var run = Run(On(new GetSentryEventEntryCommand { Organization = First, Project = [new("web-frontend")], Type = ["hologram"] }));

        run.ShouldSucceed();
        Assert.Contains("does not know the value 'hologram'", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_token_ends_the_call()
    {
        Server.Faults.On(Detail, Fault.Empty(401));

        Assert.Equal(SentryErrorCategory.AuthenticationError, Run(Owners("auditor")).TerminatingError().Category);
    }

    [Fact]
    public void A_role_of_an_object_needs_no_check()
    {
        var role = new SentryRole { Id = "owner", OrganizationSlug = "acme" };
        var run = Run(On(new GetSentryMemberCommand { Organization = First, Role = [new(role)] }));

        Assert.NotEmpty(run.Output);
        Assert.Empty(Server.Requests.To(Detail));
    }

    [Fact]
    public void A_pattern_of_the_objects_that_limit_a_listing_matches_something_or_a_warning_says_so()
    {
        var run = Run(On(new GetSentryMemberCommand { Organization = First, Team = [new("bakcend*")] }));

        run.ShouldSucceed();
        Assert.Contains("No team matches 'bakcend*'", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    private GetSentryMemberCommand Owners(params string[] roles) =>
        new() { Connection = Connection, Organization = First, Role = [.. roles.Select(role => new RoleReference(role))] };

    private SentryCmdlet On(SentryCmdlet cmdlet)
    {
        cmdlet.GetType().GetProperty("Connection")!.SetValue(cmdlet, Connection);
        return cmdlet;
    }
}
