using SentryAudit.Api.Wire;
using SentryAudit.Sources;

namespace SentryAudit.Api.Teams;

internal static class TeamMemberMapping
{
    public static SentryTeamMember ToTeamMember(
        this WireMember wire,
        string organization,
        string team,
        RoleCatalog roles,
        DateTimeOffset readAt)
    {
        var user = wire.User;
        var role = wire.OrgRole ?? wire.Role;
        return new SentryTeamMember
        {
            TeamSlug = team,
            MemberId = wire.Id ?? "",
            UserId = user?.Id,
            Email = wire.Email ?? user?.Email,
            Name = wire.Name ?? user?.Name,
            Role = role,
            TeamRole = wire.TeamRole,
            EffectiveRole = roles.EffectiveTeamRole(role, wire.TeamRole),
            Pending = wire.Pending,
            Has2FA = user?.Has2fa,
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };
    }
}
