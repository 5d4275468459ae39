using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Organizations;

internal static class RoleMapping
{
    public static SentryRole ToModel(this WireRole wire, SentryRoleKind kind, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Name = wire.Name,
        Kind = kind,
        Description = wire.Desc,
        Scopes = wire.Scopes is { } scopes ? new StringList(scopes.Order(StringComparer.Ordinal)) : null,
        // Some versions send these for team roles too, where they mean nothing.
        IsGlobal = kind is SentryRoleKind.Team ? null : wire.IsGlobal ?? wire.IsGlobalBefore,
        IsRetired = wire.IsRetired,
        MinimumTeamRole = kind is SentryRoleKind.Team ? null : wire.MinimumTeamRole,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
