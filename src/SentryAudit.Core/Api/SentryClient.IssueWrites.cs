using SentryAudit.Administration;
using SentryAudit.Api.Wire;
using SentryAudit.Connections;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Changes one issue, by itself: the list of issues, changed as such, would mean all of them.</summary>
    public async Task<SentryIssue> SetIssueAsync(OrganizationHome organization, SentryIssue issue, IssueChange change, CancellationToken cancellationToken)
    {
        var endpoint = SentryEndpoints.SetIssue;
        var changed = await ChangeAsync(
            $"Changing {issue}",
            async () =>
            {
                var answer = await SendAsync(HttpMethod.Put, organization, endpoint, endpoint.Path(organization.Slug, issue.Id), change.ToBody(), WireEventsJson.Default.WireIssue, cancellationToken).ConfigureAwait(false);
                return answer.Value.ToModel(organization.Slug, answer.ReceivedAt);
            },
            async () => await FindIssueAsync(organization, issue.Id, cancellationToken).ConfigureAwait(false) is { } now && !change.Missing(now).Any() ? now : null).ConfigureAwait(false);

        return PropertyChange.Describe(change.Missing(changed)) is not { } missing ? changed : throw Incomplete($"{issue}", missing);
    }
}
