using SentryAudit.Cmdlets;
using SentryAudit.Commands.Api;
using SentryAudit.Commands.AuditLog;
using SentryAudit.Commands.AuthProvider;
using SentryAudit.Commands.CustomIntegration;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.InviteRequest;
using SentryAudit.Commands.Issue;
using SentryAudit.Commands.Stats;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>Cmdlets whose answers no inventory holds say so, all in the same words.</summary>
public sealed class ApiRequiredTests(InventorySandbox sandbox) : IClassFixture<InventorySandbox>
{
    private static readonly OrganizationReference[] Acme = [new("acme")];
    private static readonly ProjectReference[] Web = [new("web-frontend")];

    private static readonly Dictionary<string, Func<SentryCmdlet>> Calls = new(StringComparer.Ordinal)
    {
        ["Get-SentryIssue"] = () => new GetSentryIssueCommand { Organization = Acme },
        ["Get-SentryEvent"] = () => new GetSentryEventCommand { Organization = Acme, Project = Web },
        ["Get-SentryEventEntry"] = () => new GetSentryEventEntryCommand { Organization = Acme, Project = Web },
        ["Get-SentryUserFeedback"] = () => new GetSentryUserFeedbackCommand { Organization = Acme, Project = Web },
        ["Get-SentryProjectUser"] = () => new GetSentryProjectUserCommand { Organization = Acme, Project = Web },
        ["Get-SentryDeploy"] = () => new GetSentryDeployCommand { Organization = Acme, Release = [new("*")] },
        ["Get-SentryCustomIntegration"] = () => new GetSentryCustomIntegrationCommand { Organization = Acme },
        ["Get-SentryInviteRequest"] = () => new GetSentryInviteRequestCommand { Organization = Acme },
        ["Get-SentryAuthProvider"] = () => new GetSentryAuthProviderCommand { Organization = Acme },
        ["Get-SentryEventCount"] = () => new GetSentryEventCountCommand { Organization = Acme },
        ["Get-SentryUsage"] = () => new GetSentryUsageCommand { Organization = Acme },
        ["Get-SentrySubscription"] = () => new GetSentrySubscriptionCommand { Organization = Acme },
        ["Get-SentryAuditLog"] = () => new GetSentryAuditLogCommand { Organization = Acme },
        ["Invoke-SentryApi"] = () =>
            new InvokeSentryApiCommand { Path = "organizations/acme/" },
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_that_needs_Sentry_says_so(string call)
    {
        var cmdlet = (SentryConnectedCmdlet)Calls[call]();
        cmdlet.Connection = sandbox.Offline;

        var run = CmdletRunner.Run(cmdlet);

        Assert.Empty(run.Output);
        Assert.NotEmpty(run.AllErrors());
        Assert.All(run.AllErrors(), error =>
        {
            Assert.Equal(("SentryApiRequired", SentryErrorCategory.NotImplemented), (error.ErrorId, error.Category));
            Assert.Contains("Connect-Sentry -Token", error.RecommendedAction, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_reading_cmdlet_is_either_here_or_compared_with_Sentry() =>
        Assert.Empty(
            CmdletTypes
                .Names.Where(name =>
                    name.StartsWith("Get-", StringComparison.Ordinal)
                    && !name.EndsWith("Connection", StringComparison.Ordinal)
                    && !name.EndsWith("Permission", StringComparison.Ordinal))
                .Except(Calls.Keys, StringComparer.Ordinal)
                .Except(
                    [
                        "Get-SentryOrganization",
                        "Get-SentryMember",
                        "Get-SentryTeam",
                        "Get-SentryTeamMember",
                        "Get-SentryProject",
                        "Get-SentryRelease",
                        "Get-SentryAlertRule",
                        "Get-SentryMonitor",
                        "Get-SentryProjectKey",
                        "Get-SentryRepository",
                        "Get-SentryRole",
                        "Get-SentryIntegration",
                        "Get-SentryUserStatus",
                        "Get-SentryAccess",
                        "Get-SentryRelationship",
                        "Get-SentryInventory",
                        "Get-SentrySession",
                    ],
                    StringComparer.Ordinal));
}
