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
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>Changes settings of an organization. Some that the token may not change, Sentry passes over without a word.</summary>
    public async Task<SentryOrganization> SetOrganizationAsync(
        OrganizationHome organization,
        SettingsChange<SentryOrganization> change,
        CancellationToken cancellationToken)
    {
        var endpoint = OrganizationEndpoints.SetOrganization;
        var changed = await ChangeAsync(
                $"Changing {organization}",
                async () =>
                {
                    var answer = await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug),
                            change.ToBody(),
                            WireJson.Default.WireOrganization,
                            cancellationToken).ConfigureAwait(false);
                    return answer.Value.ToModel(answer.ReceivedAt);
                },
                async () =>
                    await GetOrganizationAsync(organization, cancellationToken).ConfigureAwait(false) is var now
                    && !Missing(change.Differences(now))
                        ? now
                        : null).ConfigureAwait(false);

        return PropertyChange.Describe(change.Differences(changed)) is not { } missing
            ? changed
            : throw Incomplete($"{organization}", missing);
    }
}
