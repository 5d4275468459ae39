using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Access;

/// <summary>Reads from Sentry or an inventory who has access to which project.</summary>
internal static class AccessReader
{
    /// <summary>
    /// Reads what decides about the access to projects: the roles, and the members of the projects' teams. It makes a call for each team,
    /// and none for each member.
    /// </summary>
    /// <param name="source">Sentry or an inventory.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="projects">The projects in question; null for all.</param>
    /// <param name="includeOpenMembership">Whether access by open membership counts.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="SentryException">
    /// Something could not be read completely. Then nothing is given, since missing rows would be read as "has no access".
    /// </exception>
    public static async Task<AccessMap> ReadAccessAsync(
        this ISentrySource source,
        OrganizationHome organization,
        IReadOnlyList<SentryProject>? projects,
        bool includeOpenMembership,
        CancellationToken cancellationToken)
    {
        // Before the roles: without the scope org:read this call fails, while the roles would only be empty.
        projects ??= await source
            .ListProjectsAsync(organization, [], [], cancellationToken)
            .ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var roles = await source.ReadRolesAsync(organization, cancellationToken).ConfigureAwait(false);
        if (includeOpenMembership && roles.OpenMembership is null)
        {
            throw UnknownMembership(organization);
        }

        var map = new AccessMap(roles, projects, includeOpenMembership);
        await AddMembersAsync(map, source.ListTeamMembersAsync(organization, map.Teams, roles, cancellationToken)).ConfigureAwait(false);
        return map;
    }

    private static async Task AddMembersAsync(AccessMap map, IAsyncEnumerable<ListPart<string, SentryTeamMember>> parts)
    {
        await foreach (var part in parts.ConfigureAwait(false))
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
    }

    private static SentryException UnknownMembership(OrganizationHome organization) =>
        new(
            "SentrySettingUnknown",
            SentryErrorCategory.PermissionDenied,
            $"Sentry did not report whether {organization} has open membership.",
            "Use a token with the scope org:read, or leave out access by open membership with -ExcludeOpenMembership.");
}
