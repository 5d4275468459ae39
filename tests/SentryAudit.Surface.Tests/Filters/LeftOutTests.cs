using System.Reflection;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Member;
using SentryAudit.Filters;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Surface.Tests.Support;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Filters;

/// <summary>What is named and exists, but is left out by a filter beside it, is never said not to exist.</summary>
public sealed class LeftOutTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Names => [.. LeftOutCalls.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_filter_leaves_out_is_said_to_exist(string call)
    {
        // With open membership everybody reaches every project.
        Acme.Settings["openMembership"] = "false";
        var cmdlet = LeftOutCalls.All[call](Acme);
        cmdlet.GetType().GetProperty("Connection")!.SetValue(cmdlet, Connection);
        cmdlet.GetType().GetProperty("Organization")!.SetValue(cmdlet, new OrganizationReference[] { new("acme") });
        var run = Run(cmdlet);

        run.ShouldSucceed();
        Assert.Empty(run.Output);
        var warning = Assert.Single(run.Warnings);
        Assert.Matches($"^The [a-z ]+ '.+' exists, but .*{call.Split(' ')[1]}.* leaves it out\\.$", warning);
    }

    [Fact]
    public void A_cmdlet_with_a_key_and_a_filter_has_a_call() => Offenders.None(
        from type in CmdletTypes.Types
        from parameter in CmdletTypes.Parameters(type)
        where parameter.Property.IsDefined(typeof(FilterAttribute)) && IsBesideKey(parameter)
        where !LeftOutCalls.All.ContainsKey($"{parameter}") && !IsCovered(parameter)
        select $"{parameter}");

    [Fact]
    public void What_there_is_not_is_still_said_not_to_exist()
    {
        var run = Run(new GetSentryMemberCommand
        {
            Connection = Connection,
            Organization = [new("acme")],
            Member = [new("ghost@acme.example"), Outside(Acme)],
            Team = [new(Acme.Teams[0].Slug)],
        });

        Assert.Contains("There is no member 'ghost@acme.example'", run.SingleError().Message, StringComparison.Ordinal);
        Assert.Contains(" exists, but -Team ", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_names_nothing_is_the_only_error()
    {
        var run = Run(new GetSentryMemberCommand
        {
            Connection = Connection,
            Organization = [new("acme")],
            Member = [Outside(Acme)],
            Team = [new("ghosts")],
        });

        Assert.Contains("There is no team 'ghosts'", run.SingleError().Message, StringComparison.Ordinal);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void A_rule_of_another_kind_than_the_default_is_found_out()
    {
        var metric = Acme.Detectors.First(detector => detector.Type == "metric_issue").Name;
        var run = Run(new GetSentryAlertRuleCommand { Connection = Connection, Organization = [new("acme")], AlertRule = [new(metric)] });

        run.ShouldSucceed();
        Assert.Equal($"The alert rule '{metric}' exists, but the default -Kind Issue leaves it out.", Assert.Single(run.Warnings));
    }

    [Fact]
    public void Of_many_rows_a_filter_may_leave_out_most_without_a_warning()
    {
        var run = CmdletRunner.Pipe(
            Acme.Members.Select(member => member.Email),
            new GetSentryMemberCommand { Connection = Connection, Organization = [new("acme")], Role = [new("owner")] },
            "Verbose");

        run.ShouldSucceed();
        Assert.Empty(run.Warnings);
        Assert.Single(run.VerboseLines, line =>
            line.Contains("of those named exist, but -Role owner leaves them out", StringComparison.Ordinal));
    }

    [Fact]
    public void When_it_can_not_be_looked_for_again_nothing_is_said_to_be_missing()
    {
        Server.Faults.On("organizations/{org}/members/", Fault.Empty(403));
        var run = Run(new GetSentryMemberCommand
        {
            Connection = Connection,
            Organization = [new("acme")],
            Member = [Outside(Acme)],
            Team = [new(Acme.Teams[0].Slug)],
        });

        Assert.Equal("SentryForbidden", run.SingleError().ErrorId);
    }

    // What a filter is beside: a key that comes first.
    private static bool IsBesideKey(CmdletParameter parameter) =>
        CmdletTypes.Parameters(parameter.Cmdlet)
            .Any(other => other.IsKey && other.Name != parameter.Name && other.Sets.Any(set => set.Position is 0));

    // One time parameter stands for the others, one change for the others, and some cmdlets match no objects with their key.
    private static bool IsCovered(CmdletParameter parameter) =>
        parameter.Property.DeclaringType is { IsAbstract: true }
        || CmdletTypes.Name(parameter.Cmdlet) is "Get-SentryAccess" or "Get-SentryTeamMember" or "Get-SentryAuditLog"
            or "Get-SentryEventCount" or "Get-SentryUsage" or "Get-SentryProjectUser" or "Compare-SentryInventory"
        || $"{parameter}" is "Get-SentryEventEntry -Type" or "Get-SentryEventEntry -Issue";

    private static MemberReference Outside(SandboxOrganization acme) => LeftOutCalls.Outside(acme);
}
