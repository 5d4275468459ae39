using System.Runtime.CompilerServices;
using SentryAudit.Api.Teams;
using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api;

internal sealed partial class SentryClient
{
    /// <summary>The memberships of teams, read at once, given team by team in the order of the teams; each ends with its failure or none.</summary>
    /// <param name="roles">Null to have them read: they say which role counts.</param>
    public async IAsyncEnumerable<ListPart<string, SentryTeamMember>> ListTeamMembersAsync(
        OrganizationHome organization,
        IEnumerable<string> teams,
        RoleCatalog? roles,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var catalog = roles ?? await ReadRolesAsync(organization, cancellationToken).ConfigureAwait(false);
        await foreach (
            var part in SideBySide
                .ReadAsync(teams, Parallelism, (team, ct) => ListTeamMembersAsync(organization, team, catalog, ct), cancellationToken)
                .ConfigureAwait(false))
        {
            yield return part;
        }
    }

    private async IAsyncEnumerable<SentryTeamMember> ListTeamMembersAsync(
        OrganizationHome organization, string team, RoleCatalog roles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (member, readAt) in ReadTeamMembersAsync(organization, team, cancellationToken).ConfigureAwait(false))
        {
            yield return member.ToTeamMember(organization.Slug, team, roles, readAt);
        }
    }
}
