using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>A member in the organization's list, or in a team's, which adds <see cref="TeamRole"/>.</summary>
internal sealed class WireMember
{
    public string? Id { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    /// <summary>Null for invitations; an empty object in some answers, which says as little.</summary>
    public WireUser? User { get; init; }

    public string? OrgRole { get; init; }

    /// <summary>The name of <see cref="OrgRole"/> before Sentry renamed it.</summary>
    public string? Role { get; init; }

    public bool? Pending { get; init; }

    public bool? Expired { get; init; }

    public WireMemberFlags? Flags { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public string? InviteStatus { get; init; }

    public string? InviterName { get; init; }

    public string? TeamRole { get; init; }

    internal sealed class WireMemberFlags
    {
        [JsonPropertyName("idp:provisioned")]
        public bool? IdpProvisioned { get; init; }

        [JsonPropertyName("idp:role-restricted")]
        public bool? IdpRoleRestricted { get; init; }

        [JsonPropertyName("sso:linked")]
        public bool? SsoLinked { get; init; }

        [JsonPropertyName("sso:invalid")]
        public bool? SsoInvalid { get; init; }

        [JsonPropertyName("member-limit:restricted")]
        public bool? MemberLimitRestricted { get; init; }

        [JsonPropertyName("partnership:restricted")]
        public bool? PartnershipRestricted { get; init; }
    }
}
