using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Members;

/// <summary>One member, as the detail shows it: with the teams, which the list leaves out.</summary>
internal sealed class MemberDetailsApi(ApiConnection api)
{
    public async Task<WireMemberDetail> GetAsync(OrganizationHome organization, string id, CancellationToken cancellationToken) =>
        (await api.GetAsync(MemberEndpoints.Member.Of(organization, id), WireJson.Default.WireMemberDetail, cancellationToken)
            .ConfigureAwait(false)).Value;

    /// <summary>Null when there is no such member.</summary>
    public async Task<WireMemberDetail?> FindAsync(OrganizationHome organization, string id, CancellationToken cancellationToken) =>
        (await api.FindAsync(MemberEndpoints.Member.Of(organization, id), WireJson.Default.WireMemberDetail, cancellationToken)
            .ConfigureAwait(false))?.Value;

    /// <summary>The teams of some people; null when Sentry does not report those of one of them.</summary>
    public async Task<TeamMemberships?> FindTeamsAsync(
        OrganizationHome organization, IEnumerable<SentryMember> members, CancellationToken cancellationToken)
    {
        var rows = new List<(string Member, string Team, string? Role)>();
        var details = members.SelectInParallel(
            ApiConnection.Parallelism,
            async (member, ct) => (member.Id, Detail: await FindAsync(organization, member.Id, ct).ConfigureAwait(false)),
            cancellationToken);
        await foreach (var (id, detail) in details.ConfigureAwait(false))
        {
            if (detail?.TeamRoles is not { } teams || Array.Exists(teams, team => team.TeamSlug is null))
            {
                return null;
            }

            rows.AddRange(teams.Select(team => (id, team.TeamSlug!, team.Role)));
        }

        return new TeamMemberships(rows);
    }

    public SentryMember ToModel(OrganizationHome organization, WireMemberDetail member)
    {
        var teams = member.TeamRoles is null
            ? null
            : new TeamMemberships(
                member.TeamRoles.Where(team => team.TeamSlug is not null).Select(team => (member.Id!, team.TeamSlug!, team.Role)));
        return member.ToModel(organization.Slug, teams, api.Site.Clock.GetUtcNow());
    }
}
