using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>A member in the organization's list, or in a team's, which adds <see cref="TeamRole"/>.</summary>
internal class WireMember : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

    public string? Id { get; set; }

    public string? Email { get; set; }

    public string? Name { get; set; }

    /// <summary>Null for invitations; an empty object in some answers, which says as little.</summary>
    public WireUser? User { get; set; }

    public string? OrgRole { get; set; }

    /// <summary>The name of <see cref="OrgRole"/> before Sentry renamed it.</summary>
    public string? Role { get; set; }

    public bool? Pending { get; set; }

    public bool? Expired { get; set; }

    public WireMemberFlags? Flags { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public string? InviteStatus { get; set; }

    public string? InviterName { get; set; }

    public string? TeamRole { get; set; }

    internal sealed class WireMemberFlags
    {
        [JsonPropertyName("idp:provisioned")]
        public bool? IdpProvisioned { get; set; }

        [JsonPropertyName("idp:role-restricted")]
        public bool? IdpRoleRestricted { get; set; }

        [JsonPropertyName("sso:linked")]
        public bool? SsoLinked { get; set; }

        [JsonPropertyName("sso:invalid")]
        public bool? SsoInvalid { get; set; }

        [JsonPropertyName("member-limit:restricted")]
        public bool? MemberLimitRestricted { get; set; }

        [JsonPropertyName("partnership:restricted")]
        public bool? PartnershipRestricted { get; set; }
    }
}
