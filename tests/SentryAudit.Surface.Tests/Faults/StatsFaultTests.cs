using SentryAudit.Cmdlets;
using SentryAudit.Commands.Stats;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>The cmdlets whose answers have no pages: one error of the right kind, and no count that could be taken for zero.</summary>
public sealed class StatsFaultTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    private static readonly Dictionary<string, (Func<SentryConnection, SentryCmdlet> Create, string Endpoint)> Calls = new(
        StringComparer.Ordinal)
    {
        ["event counts"] = (c => new GetSentryEventCountCommand { Connection = c, Organization = First }, "organizations/{org}/stats_v2/"),
        ["event counts of a project"] = (
            c => new GetSentryEventCountCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("search")],
            },
            "organizations/{org}/stats_v2/"),
        ["generated events"] = (
            c => new GetSentryEventCountCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("search")],
                Stat = SentryEventStat.Generated,
            },
            "projects/{org}/{project}/stats/"),
        ["usage"] = (c => new GetSentryUsageCommand { Connection = c, Organization = First }, "organizations/{org}/stats-summary/"),
        ["usage of a project"] = (
            c => new GetSentryUsageCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("search")],
            },
            "organizations/{org}/projects/"),
        ["subscription"] = (c => new GetSentrySubscriptionCommand { Connection = c, Organization = First }, "customers/{org}/"),
        ["projects of event counts"] = (
            c => new GetSentryEventCountCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("*")],
            },
            "organizations/{org}/projects/"),
        ["teams of event counts"] = (
            c => new GetSentryEventCountCommand
            {
                Connection = c,
                Organization = First,
                Team = [new("*")],
            },
            "organizations/{org}/teams/"),
    };

    public static TheoryData<string, string> Matrix
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var call in Calls.Keys)
            {
                foreach (var fault in LastingFault.Names.Where(name => name is not "no Link header"))
                {
                    data.Add(call, fault);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_fault_ends_in_the_right_error(string call, string faultName)
    {
        if (call == "usage" && faultName == "404")
        {
            return; // The one failure with a way around it: UsageTests.
        }

        var ((create, endpoint), fault) = (Calls[call], LastingFault.Of(faultName));
        var connection = await Server.ConnectAsync(retries: 1, timeout: fault.TimeLimit);
        var rule = Server.Faults.On(endpoint, fault.Make());

        var run = CmdletRunner.Run(create(connection));

        Assert.True(rule.Applied > 0);
        Assert.Empty(run.Output);
        var error = fault.Category is SentryErrorCategory.AuthenticationError ? run.TerminatingError() : run.SingleError();
        Assert.Equal(call == "subscription" && faultName is ("403" or "404") ? "SubscriptionNotAvailable" : fault.ErrorId, error.ErrorId);
        Assert.Equal(fault.Category, error.Category);
        Assert.NotEmpty(error.RecommendedAction);
    }
}
