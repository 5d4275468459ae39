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
    /// <summary>Finalizes, archives, restores or describes a release.</summary>
    public async Task<SentryRelease> SetReleaseAsync(
        OrganizationHome organization,
        SentryRelease release,
        ReleaseChange change,
        CancellationToken cancellationToken)
    {
        var endpoint = ReleaseEndpoints.SetRelease;
        var changed = await ChangeAsync(
                $"Changing release {release}",
                async () =>
                {
                    var answer = await SendAsync(
                            HttpMethod.Put,
                            organization,
                            endpoint,
                            endpoint.Path(organization.Slug, release.Version),
                            change.ToBody(),
                            WireJson.Default.WireRelease,
                            cancellationToken).ConfigureAwait(false);
                    return answer.Value.ToModel(organization.Slug, organization.Id, answer.ReceivedAt);
                },
                async () =>
                    await FindReleaseAsync(organization, release.Version, cancellationToken).ConfigureAwait(false) is { } now
                    && !Missing(change.Differences(now))
                        ? now
                        : null).ConfigureAwait(false);

        return PropertyChange.Describe(change.Differences(changed)) is not { } missing
            ? changed
            : throw Incomplete($"release {release}", missing);
    }

    /// <summary>Reports a deploy of a release.</summary>
    public Task<SentryDeploy> AddDeployAsync(OrganizationHome organization, PlannedDeploy deploy, CancellationToken cancellationToken) =>
        ChangeAsync(
            $"Reporting the deploy of {deploy.Release} to {deploy.Environment}",
            async () =>
            {
                var endpoint = ReleaseEndpoints.AddDeploy;
                var answer = await SendAsync(
                        HttpMethod.Post,
                        organization,
                        endpoint,
                        endpoint.Path(organization.Slug, deploy.Release),
                        deploy.ToBody(),
                        WireJson.Default.WireDeployment,
                        cancellationToken).ConfigureAwait(false);
                return answer.Value.ToModel(organization.Slug, deploy.Release, answer.ReceivedAt);
            },
            async () =>
            {
                var read = await ReadDeploysAsync(organization, deploy.Release, isListed: false, cancellationToken).ConfigureAwait(false);
                return read.Fault is null ? read.Deploys.FirstOrDefault(deploy.IsSeenIn) : throw read.Fault;
            }
        );

    private static bool Missing(IEnumerable<PropertyChange> differences) => differences.Any(change => change.IsReal);

    /// <summary>Sentry said yes, but what is there now shows that it did not do it, or not all of it.</summary>
    private static SentryException Incomplete(string what, string missing) =>
        new(
            "SentryChangeIncomplete",
            SentryErrorCategory.InvalidResult,
            $"Sentry accepted the change of {what} but did not make it whole. Still to do: {missing}.",
            "Look at it in Sentry, and at the rights of the token.");
}
