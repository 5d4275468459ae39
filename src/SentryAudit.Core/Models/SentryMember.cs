using System.Text.Json.Serialization;

namespace SentryAudit;

/// <summary>
/// A membership: a person who belongs to an organization, or an invitation that is not accepted yet. For an invitation, Sentry knows
/// nothing about the person, so properties of the person are null, not false.
/// </summary>
public sealed class SentryMember
{
    /// <summary>
    /// Id of the membership, not of the person. It stays the same when an invitation is accepted, and changes when a person is removed and
    /// invited again.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Id of the person's account; null for invitations and deleted accounts.</summary>
    public string? UserId { get; init; }

    /// <summary>The account's primary e-mail address, or the invited one.</summary>
    public string? Email { get; init; }

    /// <summary>Display name; the e-mail address for invitations.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Role in the organization: <c>owner</c>, <c>manager</c>, <c>admin</c> (retired by Sentry), <c>member</c>, <c>billing</c>, …
    /// </summary>
    public string? Role { get; init; }

    /// <summary>The status by this one read. <c>Get-SentryUserStatus</c> also takes the history into account.</summary>
    public SentryUserStatusKind Status { get; init; }

    /// <summary>True while the invitation is not accepted.</summary>
    public bool? Pending { get; init; }

    /// <summary>True if the invitation is older than 30 days and so no longer valid.</summary>
    public bool? Expired { get; init; }

    /// <summary>Whether two-factor authentication is set up; null for invitations and if Sentry does not report it.</summary>
    public bool? Has2FA { get; init; }

    /// <summary>When the membership or invitation was created (UTC).</summary>
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>Whether the person's account is active; null without an account.</summary>
    public bool? IsActive { get; init; }

    /// <summary>
    /// Whether Sentry has suspended the account; null if Sentry does not report it (before mid-2026). It is not the same as
    /// <see cref="Status"/> Suspended.
    /// </summary>
    public bool? IsSuspended { get; init; }

    /// <summary>Last sign-in of the account (UTC), in any organization. It may not include the use of tokens and single sign-on.</summary>
    public DateTimeOffset? LastLogin { get; init; }

    /// <summary>Last activity of the account (UTC), in any organization.</summary>
    public DateTimeOffset? LastActive { get; init; }

    /// <summary><c>approved</c> (also for invitations), <c>requested_to_be_invited</c> or <c>requested_to_join</c>.</summary>
    public string? InviteStatus { get; init; }

    /// <summary>Display name of the person who sent the invitation.</summary>
    public string? InviterName { get; init; }

    /// <summary>Whether the account is linked to the organization's single sign-on.</summary>
    public bool? SsoLinked { get; init; }

    /// <summary>Whether that link has become invalid.</summary>
    public bool? SsoInvalid { get; init; }

    /// <summary>Whether an identity provider manages the membership.</summary>
    public bool? IdpProvisioned { get; init; }

    /// <summary>Whether an identity provider manages the role.</summary>
    public bool? IdpRoleRestricted { get; init; }

    /// <summary>Whether the membership is disabled because there are more members than the plan allows.</summary>
    public bool? MemberLimitRestricted { get; init; }

    /// <summary>Whether a partner manages the membership.</summary>
    public bool? PartnershipRestricted { get; init; }

    /// <summary>Whether the account signs in with a password.</summary>
    public bool? HasPasswordAuth { get; init; }

    /// <summary>When the account was created (UTC).</summary>
    public DateTimeOffset? DateJoined { get; init; }

    /// <summary>Slugs of the person's teams; null unless <c>-IncludeTeams</c> was given and every team could be read.</summary>
    [JsonInclude]
    public StringList? TeamSlugs { get; internal set; }

    /// <summary>
    /// The teams with the role on each, for example <c>web:admin</c>; without a role it is <c>web:contributor</c>. Null in the same cases
    /// as <see cref="TeamSlugs"/>.
    /// </summary>
    [JsonInclude]
    public StringList? TeamRoles { get; internal set; }

    /// <summary>Slug of the organization.</summary>
    public required string OrganizationSlug { get; init; }

    /// <summary>When an inventory first saw it (UTC); null without an inventory.</summary>
    public DateTimeOffset? FirstSeen { get; internal set; }

    /// <summary>When it was read from Sentry (UTC).</summary>
    public DateTimeOffset LastUpdated { get; init; }

    internal SentryMember WithoutTeams()
    {
        (TeamSlugs, TeamRoles) = (null, null);
        return this;
    }

    /// <summary>The e-mail address, or the id of the membership without one.</summary>
    public override string ToString() => Email ?? Id;
}
