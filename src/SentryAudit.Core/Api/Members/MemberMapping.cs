using SentryAudit.Api.Wire;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Members;

internal static class MemberMapping
{
    public static SentryMember ToModel(this WireMember wire, string organization, TeamMemberships? teams, DateTimeOffset readAt)
    {
        // An account without an id is Sentry's empty object: it tells as little as none.
        var user = wire.User is { Id: not null } known ? known : null;
        return new SentryMember
        {
            Id = wire.Id ?? "",
            UserId = user?.Id,
            Email = wire.Email ?? user?.Email,
            Name = wire.Name ?? user?.Name,
            Role = wire.OrgRole ?? wire.Role,
            Status = UserStatusRules.Assess(user is not null, user?.IsActive, wire.Pending).Status,
            Pending = wire.Pending,
            Expired = wire.Expired,
            Has2FA = user?.Has2fa,
            DateCreated = wire.DateCreated,
            IsActive = user?.IsActive,
            IsSuspended = user?.IsSuspended,
            LastLogin = user?.LastLogin,
            LastActive = user?.LastActive,
            InviteStatus = wire.InviteStatus,
            InviterName = wire.InviterName,
            SsoLinked = wire.Flags?.SsoLinked,
            SsoInvalid = wire.Flags?.SsoInvalid,
            IdpProvisioned = wire.Flags?.IdpProvisioned,
            IdpRoleRestricted = wire.Flags?.IdpRoleRestricted,
            MemberLimitRestricted = wire.Flags?.MemberLimitRestricted,
            PartnershipRestricted = wire.Flags?.PartnershipRestricted,
            HasPasswordAuth = user?.HasPasswordAuth,
            DateJoined = user?.DateJoined,
            TeamSlugs = teams?.TeamSlugs(wire.Id ?? ""),
            TeamRoles = teams?.TeamRoles(wire.Id ?? ""),
            OrganizationSlug = organization,
            LastUpdated = readAt,
        };
    }
}
