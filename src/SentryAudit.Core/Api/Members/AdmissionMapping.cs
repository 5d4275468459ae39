using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Members;

internal static class AdmissionMapping
{
    public static SentryInviteRequest ToModel(this WireInviteRequest wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Email = wire.Email,
        Role = wire.OrgRole ?? wire.Role,
        InviteStatus = wire.InviteStatus,
        InviterName = wire.InviterName,
        TeamSlugs = wire.Teams is { } teams ? new StringList(teams.Order(StringComparer.Ordinal)) : null,
        DateCreated = wire.DateCreated,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };

    public static SentryAuthProvider ToModel(this WireAuthProvider wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Provider = wire.ProviderName,
        DefaultRole = wire.DefaultRole,
        RequireLink = wire.RequireLink,
        ScimEnabled = wire.ScimEnabled,
        PendingLinkCount = wire.PendingLinksCount,
        LoginUrl = wire.LoginUrl,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
