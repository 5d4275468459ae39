using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Events;

/// <summary>What end users wrote: the older reports about an issue, and the feedback of the widget.</summary>
internal sealed class FeedbackApi(ApiConnection api, IssuesApi issues)
{
    // Without an empty status Sentry leaves out reports about issues that are resolved or archived.
    private static readonly Listing<WireUserReport> Reports = new Listing<WireUserReport>(
        "user reports",
        EventEndpoints.UserReports,
        WireJson.Default.WireUserReportArray,
        ListOrder.Holds,
        static report => report.Id).With("status", "");

    /// <summary>
    /// Legacy reports of many projects, read at once, given project by project, the newest first; each project ends with its failure
    /// or none.
    /// </summary>
    public IAsyncEnumerable<ListPart<string, SentryUserFeedback>> ListReportsAsync(
        OrganizationHome organization, IEnumerable<string> projects, DateWindow? window, CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(
            projects, ApiConnection.Parallelism, (project, ct) => ListReportsAsync(organization, project, window, ct), cancellationToken);

    /// <summary>Feedback of the widget, which Sentry keeps among its issues, the newest first.</summary>
    /// <param name="organization">Whose feedback.</param>
    /// <param name="projects">Null for all projects.</param>
    /// <param name="window">When; null for any time.</param>
    public async IAsyncEnumerable<SentryUserFeedback> ListFromWidgetAsync(
        OrganizationHome organization,
        ProjectSelection? projects,
        DateWindow? window,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new IssueFilter { Projects = projects, Query = "issue.category:feedback", Sort = "new", Window = window };
        await foreach (var issue in issues.ReadAsync(organization, filter, cancellationToken).ConfigureAwait(false))
        {
            var feedback = issue.Map((wire, readAt) => wire.ToFeedback(organization.Slug, readAt));

            // Only a Sentry that knows no feedback gives other issues here.
            if (issue.Item.IssueCategory is null or "feedback"
                && IsWithin(feedback, window)
                && (feedback.ProjectSlug is not { } slug || projects?.ContainsAny([slug]) != false))
            {
                yield return feedback;
            }
        }
    }

    private async IAsyncEnumerable<SentryUserFeedback> ListReportsAsync(
        OrganizationHome organization, string project, DateWindow? window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reports = api.ReadAsync(Reports.Of($"user reports of project {project}", project), organization, cancellationToken);
        await foreach (var report in reports.ConfigureAwait(false))
        {
            if (report.Item.DateCreated < window?.Start)
            {
                yield break;
            }

            var feedback = report.Map((wire, readAt) => wire.ToModel(organization.Slug, project, readAt));
            if (IsWithin(feedback, window))
            {
                yield return feedback;
            }
        }
    }

    private static bool IsWithin(SentryUserFeedback feedback, DateWindow? window) =>
        feedback.DateCreated is not { } date || window?.Contains(date) != false;
}
