using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Access;

/// <summary>Reads what decides who reaches which project, from Sentry or an inventory.</summary>
internal static class AccessReader
{
    /// <summary>What decides who reaches some projects: the roles, and the members of the projects' teams. A call for each team, none for each member.</summary>
    /// <param name="projects">The projects in question; null for all.</param>
    /// <exception cref="SentryException">Something could not be read whole; nothing is given then, since a part would read as "has no access".</exception>
    public static async Task<AccessMap> ReadAccessAsync(
        this ISentrySource source,
        OrganizationHome organization,
        IReadOnlyList<SentryProject>? projects,
        bool includeOpenMembership,
        CancellationToken cancellationToken)
    {
        // First, since a token without org:read is told so here, while the roles would only be missing.
        projects ??= await source
            .ListProjectsAsync(organization, [], [], cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var roles = await source.ReadRolesAsync(organization, cancellationToken).ConfigureAwait(false);
        if (includeOpenMembership && roles.OpenMembership is null)
        {
            throw new SentryException(
                "SentrySettingUnknown",
                SentryErrorCategory.PermissionDenied,
                $"Sentry did not tell whether {organization} has open membership.",
                "Use a token with the scope org:read, or -ExcludeOpenMembership.");
        }

        var map = new AccessMap(roles, projects, includeOpenMembership);
        await foreach (var part in source.ListTeamMembersAsync(organization, map.Teams, roles, cancellationToken).ConfigureAwait(false))
        {
            if (part.Fault is not null)
            {
                throw part.Fault;
            }

            if (part.Item is { } member)
            {
                map.Add(part.Part, member.MemberId, member.TeamRole);
            }
        }

        return map;
    }
}
