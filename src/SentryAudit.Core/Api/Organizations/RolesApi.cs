using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Organizations;

/// <summary>The roles that an organization and its teams have.</summary>
internal sealed class RolesApi(ApiConnection api)
{
    /// <summary>The roles of an organization and of its teams, from the least to the highest, as its detail reports them.</summary>
    /// <exception cref="SentryException">The organization could not be read, or Sentry left the roles out.</exception>
    public async Task<RoleCatalog> ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        // Without detailed=0 Sentry embeds every team and project.
        var answer = await api.GetAsync(
            OrganizationEndpoints.Organization.Of(organization),
            Query.Empty.With("detailed", "0"),
            WireJson.Default.WireOrganizationRoles,
            cancellationToken).ConfigureAwait(false);
        return answer.Map((wire, readAt) => Catalog(organization, wire, readAt));
    }

    private static RoleCatalog Catalog(OrganizationHome organization, WireOrganizationRoles wire, DateTimeOffset readAt)
    {
        // A token without org:read gets the organization, but not this: no roles at all would be a wrong answer.
        var roles = wire.OrgRoleList ?? wire.AvailableRoles ?? throw Unreported("roles", organization);
        return new RoleCatalog(
            [
                .. roles.Select(role => role.ToModel(SentryRoleKind.Organization, organization.Slug, readAt)),
                .. (wire.TeamRoleList ?? []).Select(role => role.ToModel(SentryRoleKind.Team, organization.Slug, readAt)),
            ],
            wire.OpenMembership)
        {
            Gap = wire.TeamRoleList is null ? Unreported("team roles", organization) : null,
        };
    }

    private static SentryException Unreported(string what, OrganizationHome organization) => new(
        "SentryRolesUnknown",
        SentryErrorCategory.PermissionDenied,
        $"Sentry did not report the {what} of {organization}.",
        "Use a token with the scope org:read. A Sentry that has no list of roles can't be asked for them.");
}
