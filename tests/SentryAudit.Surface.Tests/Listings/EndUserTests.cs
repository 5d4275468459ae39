using SentryAudit.Commands.EndUser;
using SentryAudit.Commands.Issue;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

/// <summary>Get-SentryUserFeedback and Get-SentryProjectUser.</summary>
public sealed class EndUserTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    private static readonly OrganizationReference[] First = [new("acme")];
    private static readonly ProjectReference[] Web = [new("web-frontend")];

    [Fact]
    public void Feedback_is_the_reports_of_each_project_and_then_those_of_the_widget()
    {
        var feedback = Get<SentryUserFeedback>(new GetSentryUserFeedbackCommand { Connection = Connection, Organization = First });
        var widget = Acme.Issues.Where(issue => issue.Category == "feedback").OrderByDescending(issue => issue.FirstSeen);

        Assert.Equal(Acme.UserReports.Select(report => report.Id).Order(StringComparer.Ordinal),
            feedback.Where(item => item.Source == SentryFeedbackSource.LegacyReport).Select(item => item.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            widget.Select(issue => issue.Id),
            feedback.SkipWhile(item => item.Source == SentryFeedbackSource.LegacyReport).Select(item => item.Id));
    }

    [Fact]
    public void One_projects_failure_does_not_stop_the_others()
    {
        Server.Faults.On("projects/{org}/{project}/users/", Fault.Status(403), skip: 1, times: 1);

        var run = Run(new GetSentryProjectUserCommand { Connection = Connection, Organization = First });

        Assert.Equal("SentryForbidden", run.SingleError().ErrorId);
        Assert.True(run.Output.Cast<SentryProjectUser>().Select(user => user.ProjectSlug).Distinct(StringComparer.Ordinal).Count() > 2);
        Assert.Contains(run.ProgressStates, state => state.Status.Contains("min left", StringComparison.Ordinal));
    }

    [Fact]
    public void A_user_is_found_by_any_known_property()
    {
        var known = Get<SentryProjectUser>(
                new GetSentryProjectUserCommand
                {
                    Connection = Connection,
                    Organization = First,
                    Project = Web,
                }
            )
            .First(user => user.Email is not null);

        var found = Get<SentryProjectUser>(
            new GetSentryProjectUserCommand
            {
                Connection = Connection,
                Organization = First,
                Project = Web,
                Query = $"email:{known.Email}",
            }
        );

        Assert.Equal([known.Hash], found.Select(user => user.Hash));
    }

    private GetSentryIssueCommand Issues() => new() { Connection = Connection, Organization = First };
}
