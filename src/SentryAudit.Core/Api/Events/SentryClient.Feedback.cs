using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Legacy reports of many projects, read at once, given project by project, the newest first; each project ends with its failure or none.</summary>
    public IAsyncEnumerable<ListPart<string, SentryUserFeedback>> ListUserReportsAsync(
        OrganizationHome organization,
        IEnumerable<string> projects,
        DateWindow? window,
        CancellationToken cancellationToken) =>
        SideBySide.ReadAsync(
            projects,
            Parallelism,
            (project, ct) => ListUserReportsAsync(organization, project, window, ct),
            cancellationToken);

    /// <summary>Feedback of the widget, which Sentry keeps among its issues, the newest first.</summary>
    /// <param name="projects">Null for all projects.</param>
    public async IAsyncEnumerable<SentryUserFeedback> ListWidgetFeedbackAsync(
        OrganizationHome organization,
        ProjectSelection? projects,
        DateWindow? window,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new IssueFilter { Projects = projects, Query = "issue.category:feedback", Sort = "new", Window = window };
        await foreach (var (issue, readAt) in ReadIssuesAsync(organization, filter, cancellationToken).ConfigureAwait(false))
        {
            var feedback = issue.ToFeedback(organization.Slug, readAt);

            // Only a Sentry that knows no feedback gives other issues here.
            if (
                issue.IssueCategory is null or "feedback"
                && IsWithin(feedback, window)
                && (feedback.ProjectSlug is not { } slug || projects?.ContainsAny([slug]) != false))
            {
                yield return feedback;
            }
        }
    }

    private async IAsyncEnumerable<SentryUserFeedback> ListUserReportsAsync(
        OrganizationHome organization, string project, DateWindow? window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Without an empty status Sentry leaves out reports about issues that are resolved or archived.
        var pages = ReadPagesAsync(
            $"user reports of {organization}/{project}",
            organization.Host,
            EventEndpoints.UserReports,
            EventEndpoints.UserReports.Path(organization.Slug, project),
            Query.Empty.With("status", ""),
            WireJson.Default.WireUserReportArray,
            report => report.Id,
            cancellationToken);
        await foreach (var (report, readAt) in pages.ConfigureAwait(false))
        {
            if (report.DateCreated < window?.Start)
            {
                yield break;
            }

            var feedback = report.ToModel(organization.Slug, project, readAt);
            if (IsWithin(feedback, window))
            {
                yield return feedback;
            }
        }
    }

    private static bool IsWithin(SentryUserFeedback feedback, DateWindow? window) =>
        feedback.DateCreated is not { } date || window?.Contains(date) != false;
}
