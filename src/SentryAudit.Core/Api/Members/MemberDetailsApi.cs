using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
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

    public SentryMember ToModel(OrganizationHome organization, WireMemberDetail member)
    {
        var teams = member.TeamRoles is null
            ? null
            : new TeamMemberships(
                member.TeamRoles.Where(team => team.TeamSlug is not null).Select(team => (member.Id!, team.TeamSlug!, team.Role)));
        return member.ToModel(organization.Slug, teams, api.Site.Clock.GetUtcNow());
    }
}
