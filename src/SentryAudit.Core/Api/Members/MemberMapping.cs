using SentryAudit.Api.Wire;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Members;

internal static class MemberMapping
{
    public static SentryMember ToModel(this WireMember wire, string organization, TeamMemberships? teams, DateTimeOffset readAt)
    {
        // Sentry's empty object tells as little as none; an account that is said to be active is one, whatever else is missing.
        var user = wire.User;
        var hasAccount = user is { Id: not null } or { IsActive: not null };
        return new SentryMember
        {
            Id = wire.Id ?? "",
            UserId = user?.Id,
            Email = wire.Email ?? user?.Email,
            Name = wire.Name ?? user?.Name,
            Role = wire.OrgRole ?? wire.Role,
            Status = UserStatusRules.Assess(hasAccount, user?.IsActive, wire.Pending).Status,
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
