using SentryAudit.Cmdlets;
using SentryAudit.Commands.Deploy;
using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Events;
using SentryAudit.Commands.Role;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>
/// The cmdlets that are no plain listings: whatever fails, there is an error of the right kind, and nothing that looks like "none".
/// </summary>
public sealed class ResourceFaultTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    public static TheoryData<string, string, int> Lasting =>
        ResourceCall.With(call => LastingFault.Names.Where(fault => fault is not "no Link header" || call.HasPages));

    public static TheoryData<string> OfOne => [.. LastingFault.Names.Where(name => name is not ("slow drip" or "401"))];

    // A single thing has no pages, and one that is not found is reported at the end, unless something else failed.
    public static TheoryData<string> OfOneThing =>
        [.. LastingFault.Names.Where(name => name is not ("slow drip" or "401" or "no Link header"))];

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task A_fault_ends_in_the_right_error(string name, string faultName, int skip)
    {
        var (call, fault) = (ResourceCall.Of(name), LastingFault.Of(faultName));
        var connection = await Server.ConnectAsync(retries: 1, timeout: fault.TimeLimit);
        var rule = Server.Faults.On(call.Endpoint, fault.Make(), skip);

        var run = call.Run(connection, Acme);

        Assert.True(rule.Applied > 0);
        var error = Assert.Single(ResourceCall.ErrorsOf(run));
        Assert.Equal(fault.Category, error.Category);
        Assert.Equal(ErrorId(call, fault, skip), error.ErrorId);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Equal(fault.Category is SentryErrorCategory.AuthenticationError, run.Terminated is not null);
        if (skip == 0 && faultName != "no Link header")
        {
            // Of the two kinds of feedback only the one that failed is missing.
            Assert.DoesNotContain(run.Output, item => item is not SentryUserFeedback feedback
                || name == "feedback: projects" || feedback.Source is SentryFeedbackSource.LegacyReport == (name == "feedback: reports"));
        }
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task One_releases_failure_leaves_the_others(string faultName) => await LeavesTheOthers<SentryDeploy>(
        new GetSentryDeployCommand { Organization = First, Release = [.. Releases.Select(release => new ReleaseReference(release))] },
        new GetSentryDeployCommand { Organization = First, Release = [.. Releases.Select(release => new ReleaseReference(release))] },
        "organizations/{org}/releases/{version}/deploys/", faultName, deploy => deploy.ReleaseVersion!);

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task A_release_that_fails_among_all_leaves_the_others(string faultName) =>
        await LeavesTheOthers<SentryDeploy>(
            new GetSentryDeployCommand { Organization = First, Release = [new("*")] },
            new GetSentryDeployCommand { Organization = First, Release = [new("*")] },
            "organizations/{org}/releases/{version}/deploys/",
            faultName,
            deploy => deploy.ReleaseVersion!);

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task One_teams_failure_leaves_the_others(string faultName) => await LeavesTheOthers<SentryTeamMember>(
        new GetSentryTeamMemberCommand { Organization = First }, new GetSentryTeamMemberCommand { Organization = First },
        "teams/{org}/{team}/members/", faultName, member => member.TeamSlug);

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task One_projects_failure_leaves_the_other_reports_and_the_widgets(string faultName) =>
        await LeavesTheOthers<SentryUserFeedback>(
            new GetSentryUserFeedbackCommand { Organization = First },
            new GetSentryUserFeedbackCommand { Organization = First },
            "projects/{org}/{project}/user-feedback/",
            faultName,
            feedback => feedback.Source is SentryFeedbackSource.LegacyReport ? feedback.ProjectSlug! : "widget");

    [Theory]
    [MemberData(nameof(OfOne))]
    public async Task One_issues_failure_leaves_the_entries_of_the_others(string faultName)
    {
        var issues = Acme
            .Issues.Where(issue => !issue.EventsExpired && issue.Category != "feedback")
            .Take(4)
            .Select(issue => new IssueReference(issue.ShortId))
            .ToArray();
        await LeavesTheOthers<SentryEventEntry>(
            new GetSentryEventEntryCommand { Organization = First, Issue = issues },
            new GetSentryEventEntryCommand { Organization = First, Issue = issues },
            "organizations/{org}/issues/{issue}/events/",
            faultName,
            entry => entry.IssueId!);
    }

    [Theory]
    [MemberData(nameof(OfOneThing))]
    public async Task One_events_failure_leaves_the_others(string faultName)
    {
        var events = Acme
            .Issues.Where(issue => !issue.EventsExpired)
            .Take(4)
            .Select(issue => new EventReference(ResourceCall.AnEvent(issue)))
            .ToArray();
        await LeavesTheOthers<SentryEventEntry>(
            new GetSentryEventEntryCommand { Organization = First, Event = events },
            new GetSentryEventEntryCommand { Organization = First, Event = events },
            "projects/{org}/{project}/events/{event}/",
            faultName,
            entry => entry.EventId);
    }

    [Theory]
    [MemberData(nameof(OfOneThing))]
    public async Task One_organizations_failure_leaves_the_roles_of_the_others(string faultName) =>
        await LeavesTheOthers<SentryRole>(
            new GetSentryRoleCommand { Organization = [new("acme"), new("globex")] },
            new GetSentryRoleCommand { Organization = [new("acme"), new("globex")] },
            "organizations/{org}/",
            faultName,
            role => role.OrganizationSlug);

    private string[] Releases => [.. Acme.Releases.Where(release => release.Deploys.Count > 0).Take(5).Select(release => release.Version)];

    private async Task LeavesTheOthers<T>(
        SentryConnectedCmdlet healthy,
        SentryConnectedCmdlet struck,
        string endpoint,
        string faultName,
        Func<T, string> part)
    {
        var fault = LastingFault.Of(faultName);
        healthy.Connection = Connection;
        var whole = CmdletRunner.Run(healthy).Of<T>().ToLookup(part, StringComparer.Ordinal);
        struck.Connection = await Server.ConnectAsync(retries: 0);
        var rule = Server.Faults.On(endpoint, fault.Make(), skip: 1, times: 1);

        var run = CmdletRunner.Run(struck);

        Assert.Equal(1, rule.Applied);
        Assert.Equal(fault.Category, run.SingleError().Category);
        var broken = run.Errors[0].Target!.ToString()!;
        bool IsOf(string key) => broken == key || broken.EndsWith(" " + key, StringComparison.Ordinal);
        var rest = run.Of<T>().ToLookup(part, StringComparer.Ordinal);
        Assert.All(whole.Where(group => !IsOf(group.Key)), group => Assert.Equal(group.Count(), rest[group.Key].Count()));
        Assert.InRange(whole.Count(group => !IsOf(group.Key)), 1, whole.Count);
        Assert.True(whole.Count(group => IsOf(group.Key)) <= 1);
    }

    private static string ErrorId(ResourceCall call, LastingFault fault, int skip) => (call.Name, fault.Name, skip) switch
    {
        (_, _, > 0) => "IncompleteListing",
        ("deploys" or "entries: place of an event" or "entries: an issue" or "entries: an event", "404", _) => "SentryObjectNotFound",
        _ => fault.ErrorId,
    };
}
