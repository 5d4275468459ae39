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
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.References;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Changes one issue, by itself: the list of issues, changed as such, would mean all of them.</summary>
    public async Task<SentryIssue> SetIssueAsync(
        OrganizationHome organization,
        SentryIssue issue,
        IssueChange change,
        CancellationToken cancellationToken)
    {
        var endpoint = EventEndpoints.SetIssue;
        var changed = await ChangeAsync(
                $"Changing {issue}",
                async () =>
                {
                    var answer = await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug, issue.Id),
                            change.ToBody(),
                            WireJson.Default.WireIssue,
                            cancellationToken).ConfigureAwait(false);
                    return answer.Value.ToModel(organization.Slug, answer.ReceivedAt);
                },
                change.Missing(issue).Any() ? LookAsync : null).ConfigureAwait(false);

        return PropertyChange.Describe(change.Missing(changed)) is not { } missing ? changed : throw Incomplete($"{issue}", missing);

        // A condition that is set anew on an issue that looks so already leaves no trace.
        async Task<SentryIssue?> LookAsync() =>
            await FindIssueAsync(organization, issue.Id, cancellationToken).ConfigureAwait(false) is { } now && !change.Missing(now).Any()
                ? now
                : null;
    }
}
