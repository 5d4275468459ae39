namespace SentryAudit.Sandbox;

/// <summary>A row of an organization's member list: a person, or an invitation.</summary>
public sealed class SandboxMember
{
    public required string Id { get; init; }
    public required string Email { get; set; }
    public required string Name { get; set; }

    /// <summary>Null for an invitation, and for a membership whose user was deleted.</summary>
    public SandboxUser? User { get; set; }

    public string OrgRole { get; set; } = "member";
    public bool Pending { get; set; }
    public bool Expired { get; set; }
    public DateTimeOffset DateCreated { get; set; }

    /// <summary><c>approved</c> even while the invitation is pending.</summary>
    public string InviteStatus { get; set; } = "approved";

    public string? InviterName { get; set; }

    /// <summary>User id of the person who invited; without more rights, only that person may change the invitation.</summary>
    public string? InviterId { get; set; }
    public bool IdpProvisioned { get; set; }
    public bool IdpRoleRestricted { get; set; }
    public bool SsoLinked { get; set; }
    public bool SsoInvalid { get; set; }
    public bool MemberLimitRestricted { get; set; }
    public bool PartnershipRestricted { get; set; }
}
