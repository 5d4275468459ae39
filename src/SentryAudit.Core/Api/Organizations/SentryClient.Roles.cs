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
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The roles of an organization and of its teams, from the least to the highest, as its detail tells them.</summary>
    /// <exception cref="SentryException">The organization could not be read, or Sentry left the roles out.</exception>
    public async Task<RoleCatalog> ReadRolesAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        // Without detailed=0 Sentry embeds every team and project.
        var (wire, _, readAt) = await GetAsync(
                organization,
                OrganizationEndpoints.Organization,
                OrganizationEndpoints.Organization.Path(organization.Slug),
                Query.Empty.With("detailed", "0"),
                WireAccessJson.Default.WireOrganizationRoles,
                cancellationToken).ConfigureAwait(false);

        // A token without org:read gets the organization, but not this: no roles at all would be a wrong answer.
        var told = wire.OrgRoleList ?? wire.AvailableRoles ?? throw new SentryException(
            "SentryRolesUnknown",
            SentryErrorCategory.PermissionDenied,
            $"Sentry did not tell the roles of {organization}.",
            "Use a token with the scope org:read; a Sentry that knows no roles can't be asked for them.");
        return new RoleCatalog(
            [
                .. told.Select(role => role.ToModel(SentryRoleKind.Organization, organization.Slug, readAt)),
                .. (wire.TeamRoleList ?? []).Select(role => role.ToModel(SentryRoleKind.Team, organization.Slug, readAt)),
            ],
            wire.OpenMembership);
    }
}
