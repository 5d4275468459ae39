using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.AuthProvider;
using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Release;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>Calls a listing needs beside its own pages: when one fails, the list says so instead of being short.</summary>
public sealed class SideCallFaultTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    private static readonly Dictionary<string, (Func<SentryConnection, SentryCmdlet> Create, string Endpoint)> Calls = new(
        StringComparer.Ordinal)
    {
        ["projects of a team"] = (
            c => new GetSentryProjectCommand
            {
                Connection = c,
                Organization = First,
                Team = [new("*")],
            },
            "organizations/{org}/teams/"),
        ["releases of a project"] = (
            c => new GetSentryReleaseCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("*")],
            },
            "organizations/{org}/projects/"),
        ["alert rules of a project"] = (
            c => new GetSentryAlertRuleCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("*")],
            },
            "organizations/{org}/projects/"),
        ["projects of workflows"] = (
            c => new GetSentryAlertRuleCommand { Connection = c, Organization = First },
            "organizations/{org}/projects/"),
        ["detectors of workflows"] = (
            c => new GetSentryAlertRuleCommand { Connection = c, Organization = First },
            "organizations/{org}/detectors/"),
        ["issues of a project"] = (
            c => new GetSentryIssueCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("*")],
            },
            "organizations/{org}/projects/"),
        ["events of a project"] = (
            c => new GetSentryEventCommand { Connection = c, Organization = First },
            "organizations/{org}/projects/"),
        ["feedback of the widget"] = (
            c => new GetSentryUserFeedbackCommand
            {
                Connection = c,
                Organization = First,
                Project = [new("gateway")],
            },
            "organizations/{org}/issues/"),
        ["metric detectors"] = (
            c => new GetSentryAlertRuleCommand
            {
                Connection = c,
                Organization = First,
                Kind = SentryAlertRuleKind.Metric,
            },
            "organizations/{org}/detectors/"),
        ["projects of keys"] = (
            c => new GetSentryProjectKeyCommand { Connection = c, Organization = First },
            "organizations/{org}/projects/"),
        ["projects of monitors"] = (
            c => new GetSentryMonitorCommand { Connection = c, Organization = First },
            "organizations/{org}/projects/"),
        ["rules of monitors"] = (
            c => new GetSentryMonitorCommand { Connection = c, Organization = First },
            "organizations/{org}/workflows/"),
        ["cron monitors"] = (
            c => new GetSentryMonitorCommand
            {
                Connection = c,
                Organization = First,
                Kind = SentryMonitorKind.Cron,
            },
            "organizations/{org}/monitors/"),
        ["single sign-on"] = (
            c => new GetSentryAuthProviderCommand { Connection = c, Organization = First },
            "organizations/{org}/auth-provider/"),
    };

    private static readonly string[] OnePage = ["metric detectors", "rules of monitors", "cron monitors", "single sign-on"];

    public static TheoryData<string, string, int> Matrix
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var call in Calls.Keys)
            {
                foreach (var fault in LastingFault.Names.Where(name => name is not ("slow drip" or "404")))
                {
                    if (fault is "no Link header" && call is "single sign-on")
                    {
                        continue; // One object has no pages.
                    }

                    data.Add(call, fault, 0);
                    if (!OnePage.Contains(call, StringComparer.Ordinal))
                    if (call is not ("metric detectors" or "feedback of the widget"))
                    {
                        data.Add(call, fault, 1);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_fault_of_a_side_call_ends_in_an_error(string call, string faultName, int skip)
    {
        var ((create, endpoint), fault) = (Calls[call], LastingFault.Of(faultName));
        var connection = await Server.ConnectAsync(retries: 1);
        var rule = Server.Faults.On(endpoint, fault.Make(), skip);

        var run = CmdletRunner.Run(create(connection));

        Assert.True(rule.Applied > 0);
        Assert.Equal(fault.Category, Assert.Single(run.AllErrors()).Category);
        Assert.Equal(fault.Category is SentryErrorCategory.AuthenticationError, run.Terminated is not null);
    }
}
